package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.challenge.AnswerList;
import org.pgpoollab.challenge.ChallengeActions;
import org.pgpoollab.challenge.Situations;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.FollowingWords;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Breaks something that is not told, for you to find out, repair and name.",
            "The grid, faults, events and dry runs do not show what it is; what the servers say does. Clients are at work meanwhile.",
            "challenge alone begins one, or shows how it stands; challenge answer says what it was; challenge list shows"
                    + " what it may be.",
            "challenge noticed notes that you see something; challenge hint helps; challenge give-up tells; challenge stop"
                    + " undoes it; challenge report lists all that you had."
        })
@CommandHelp(
        examples = {
            "challenge",
            "challenge --level 3 --seed 7",
            "challenge answer lag pg-2",
            "challenge hint",
            "challenge stop",
            "challenge report"
        },
        byHand = "pgpool-lab -c 'load start; lag pg-2; diagnose; heal pg-2; load report; load stop'")
public final class Challenge implements LabCommand {

    private static final List<String> WORDS = List.of("answer", "noticed", "hint", "give-up", "list", "report", "stop");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            completionCandidates = Actions.class,
            description =
                    "answer, noticed, hint, give-up, list, report, stop; nothing to begin, or to see how it stands.")
    private String what = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ANSWER",
            completionCandidates = Answers.class,
            description = "What it was, and the nodes that are concerned: lag pg-2.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--level", paramLabel = "1..3", description = "How hard it is (default 1).")
    private Integer level;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed breaks the same; without it, something else than the time before.")
    private Long seed;

    /** The subcommands of {@code challenge}, for completion. */
    static final class Actions implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return WORDS.iterator();
        }
    }

    /** The words of all answers, and then the names of nodes, for completion. */
    static final class Answers implements FollowingWords {

        @Override
        public List<String> after(List<String> before, Optional<Lab> lab) {
            if (!before.contains("answer")) {
                return List.of();
            }
            var words = Situations.words();
            return before.stream().noneMatch(words::contains)
                    ? words
                    : lab.stream()
                            .flatMap(known -> known.nodes().stream())
                            .map(Node::name)
                            .toList();
        }

        @Override
        public boolean areDistinct() {
            return true;
        }
    }

    @Override
    public boolean changes() {
        return !what.equals("list") && !what.equals("report");
    }

    @Override
    public Exit run(CommandContext context) {
        if (!what.equals("answer") && !words.isEmpty()) {
            throw LabException.usage(
                    "challenge " + what + " takes no more words", "", "challenge answer " + String.join(" ", words));
        }
        if (!what.isEmpty() && (level != null || seed != null)) {
            throw LabException.usage("--level and --seed begin a challenge", "", "challenge --level 2 --seed 7");
        }
        var actions = new ChallengeActions(context);
        return switch (what) {
            case "" -> beginOrShow(actions);
            case "answer" -> actions.answer(words);
            case "noticed" -> actions.notice();
            case "hint" -> actions.hint();
            case "give-up" -> actions.giveUp();
            case "stop" -> actions.stop();
            case "report" -> actions.report();
            case "list" -> context.show(new AnswerList());
            default ->
                throw LabException.usage(
                        "challenge cannot '" + what + "'",
                        "it can: " + String.join(", ", WORDS),
                        what.matches("[1-3]") ? "challenge --level " + what : "challenge");
        };
    }

    private Exit beginOrShow(ChallengeActions actions) {
        if (level == null && seed == null && actions.isRunning()) {
            return actions.state();
        }
        return actions.begin(level == null ? 1 : level, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    }
}
