package org.pgpoollab.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.topology.Lab;

/**
 * Parses the lines of goals: the conditions of {@code wait} and {@code expect}, and those that need what was seen since the task began.
 * <pre>
 * line       [seen:] CONDITION [-- WORDS FOR THE STUDENT]
 * CONDITION  [not] vip holders at most N
 *            [not] NODE answered N reads
 *            [not] NODE answered no reads for TIME
 *            [not] NODE logged "WORDS"
 *            [not] write|read outage below|above TIME
 *            [not] lost writes is|above N
 *            [not] row "SQL" on NODE is "VALUE"
 *            [not] setting pgpool|postgres.NAME [on NODE] is VALUE
 *            any condition of wait, without for and stays
 * </pre>
 */
public final class GoalParser {

    private static final Pattern LINE = Pattern.compile("(?<seen>seen:\\s+)?(?<text>.+?)(?:\\s+--\\s+(?<words>.+))?");

    private static final List<Form> FORMS = List.of(
            new Form("vip holders at most (\\d{1,2})", (found, lab) -> new VipHoldersGoal(number(found, 1))),
            new Form(
                    "(\\S+) answered (\\d{1,9}) reads?",
                    (found, lab) -> new ReadsGoal(node(found, 1, lab), number(found, 2))),
            new Form(
                    "(\\S+) answered no reads? for (\\S+)",
                    (found, lab) -> new NoReadsGoal(node(found, 1, lab), TimeSpan.parse(found.group(2)))),
            new Form(
                    "(\\S+) logged \"(.+)\"",
                    (found, lab) ->
                            new AnswerGoal(new EvidenceQuestion.Logged(nodes(found, 1, lab), found.group(2)), "")),
            new Form(
                    "(write|read) outage (below|above) (\\S+)",
                    (found, lab) -> new OutageGoal(
                            found.group(1).equals("write"),
                            found.group(2).equals("below"),
                            TimeSpan.parse(found.group(3)))),
            new Form(
                    "lost writes (is|are|above) (\\d{1,9})",
                    (found, lab) -> new LostWritesGoal(found.group(1).equals("above"), number(found, 2))),
            new Form(
                    "row \"(.+)\" on (\\S+) is \"(.*)\"",
                    (found, lab) -> new AnswerGoal(
                            new EvidenceQuestion.Row(node(found, 2, lab), query(found.group(1))), found.group(3))),
            new Form(
                    "setting (pgpool|postgres)\\.([A-Za-z_][\\w.]{0,62})(?: on (\\S+))? is (.+)",
                    (found, lab) -> new AnswerGoal(
                            new EvidenceQuestion.SettingInForce(
                                    found.group(1),
                                    found.group(2),
                                    found.group(3) == null ? EvidenceQuestion.ALL : node(found, 3, lab)),
                            found.group(4))));

    /** What a misspelt condition that is not one of {@code wait} has in it, and how it is written. */
    private static final Map<Pattern, String> EXAMPLES = Map.of(
            Pattern.compile(" answered( |$)"), "pg-1 answered 20 reads",
            Pattern.compile(" logged( |$)"), "pg-1 logged \"promoted\"",
            Pattern.compile("^(write|read) outage"), "write outage below 5s",
            Pattern.compile("^lost writes"), "lost writes is 0",
            Pattern.compile("^row "), "row \"select 1\" on pg-1 is \"1\"",
            Pattern.compile("^setting "), "setting pgpool.delay_threshold on pgpool-0 is 0");

    /** A wording of a condition, and what makes it one. */
    private record Form(Pattern pattern, Reader reader) {

        Form(String pattern, Reader reader) {
            this(Pattern.compile(pattern), reader);
        }

        Optional<GoalCondition> read(String text, Lab lab) {
            var found = pattern.matcher(text);
            return found.matches() ? Optional.of(reader.read(found.toMatchResult(), lab)) : Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Reader {
        GoalCondition read(MatchResult found, Lab lab);
    }

    private GoalParser() {}

    /** @throws LabException as a usage error if the line is no condition, with the message of the parser of conditions */
    public static Goal parse(String typed, Lab lab) {
        var line = LINE.matcher(typed.strip());
        if (!line.matches() || line.group("text").equals("seen:")) {
            throw LabException.usage("a goal is empty", "", "pg-1 is streaming");
        }
        var text = line.group("text");
        var words = Optional.ofNullable(line.group("words")).orElse(text);
        return new Goal(text, words, line.group("seen") != null, condition(text, lab));
    }

    private static GoalCondition condition(String text, Lab lab) {
        if (text.startsWith("not ")) {
            var rest = text.substring("not ".length()).strip();
            return own(rest, lab).<GoalCondition>map(NegatedGoal::new).orElseGet(() -> ofSnapshot(text, lab));
        }
        return own(text, lab).orElseGet(() -> ofSnapshot(text, lab));
    }

    private static Optional<GoalCondition> own(String text, Lab lab) {
        return FORMS.stream()
                .map(form -> form.read(text, lab))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static GoalCondition ofSnapshot(String text, Lab lab) {
        EXAMPLES.entrySet().stream()
                .filter(example -> example.getKey().matcher(text).find())
                .findFirst()
                .ifPresent(example -> {
                    throw LabException.usage(
                            "the goal is not understood: " + text,
                            "a goal of this kind is written in another way",
                            example.getValue());
                });
        var expectation = ConditionParser.parse(List.of(text.split("\\s+")), lab);
        if (expectation.hasLimit()) {
            throw LabException.usage(
                    "a goal has no time limit: " + text,
                    "it is checked again and again until it is met",
                    "leave out \"for\" and \"stays\"");
        }
        return new SnapshotGoal(expectation.condition());
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static String node(MatchResult found, int group, Lab lab) {
        return NodeWords.require(found.group(group), lab);
    }

    /** A word that may also mean several nodes. */
    private static String nodes(MatchResult found, int group, Lab lab) {
        var word = found.group(group);
        return NodeWords.roles().contains(word) ? word : NodeWords.require(word, lab);
    }

    /** Refuses commands of psql, which can run programs on this machine. */
    private static String query(String sql) {
        if (sql.strip().startsWith("\\")) {
            throw LabException.usage(
                    "\"" + sql + "\" is no query", "it is a command of psql", "row \"SELECT 1\" on pg-1 is \"1\"");
        }
        return sql;
    }
}
