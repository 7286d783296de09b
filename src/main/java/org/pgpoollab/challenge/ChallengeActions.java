package org.pgpoollab.challenge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.output.PlanReport;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.NodeListArgument;

/** What the subcommands of {@code challenge} do. */
public final class ChallengeActions {

    /** Where to look, and what to type. */
    private static final int HINTS = 2;

    private static final String AFTER_ANSWER = "now repair it, and then: challenge";

    private final CommandContext context;
    private final RunningChallenge challenge;

    public ChallengeActions(CommandContext context) {
        this.context = context;
        this.challenge = new RunningChallenge(context);
    }

    public boolean isRunning() {
        return challenge.read().isPresent();
    }

    /**
     * Begins a challenge.
     *
     * @param seed the seed; without one, the challenge differs from the one before
     * @throws LabException if one runs already, or the lab is not healthy
     */
    public Exit begin(int level, OptionalLong seed) {
        if (level < 1 || level > Situations.HIGHEST_LEVEL) {
            throw LabException.usage("there is no level " + level, "the levels are 1, 2 and 3", "challenge --level 2");
        }
        if (isRunning()) {
            throw LabException.failed("a challenge runs already", "", "challenge, or: challenge stop");
        }
        var seen = context.session().examine();
        refuseUnhealthy(seen, level);
        var number = seed.orElseGet(() -> context.clock().millis() % 1_000_000);
        var excluded = seed.isPresent() ? Set.<String>of() : last();
        if (context.isDryRun()) {
            return preview(ChallengeDraw.of(seen, level, number, excluded), seen);
        }
        context.output().note("clients start, and something is broken");
        makePossible(seen, level, number, excluded);
        return show(
                Map.of("level", level, "seed", number, "running", true),
                "something is broken now (level " + level + ", seed " + number + "), and clients are at work",
                "find out what, repair it, and say what it was: challenge answer WORD NODE",
                "what it may be: challenge list   something is seen: challenge noticed   help: challenge hint");
    }

    private Exit preview(ChallengeDraw draw, ClusterState seen) {
        var causes = draw.situation().causes(draw.cast(), context.session().lab());
        var title = "begin a challenge of level " + draw.situation().level();
        return context.show(new PlanReport(
                Plan.of(title, challenge.planner(seen).make(causes).steps())));
    }

    /** Makes a challenge; another one if this machine lacks what it needs, such as a module of the kernel that delays packets. */
    private void makePossible(ClusterState seen, int level, long seed, Set<String> excluded) {
        var draw = ChallengeDraw.of(seen, level, seed, excluded);
        try {
            challenge.make(draw, seed, seen);
        } catch (LabException lacking) {
            if (lacking.exit() != Exit.MISSING
                    || excluded.contains(draw.situation().name())) {
                throw lacking;
            }
            var rest = new TreeSet<>(excluded);
            rest.add(draw.situation().name());
            makePossible(context.session().examine(), level, seed, rest);
        }
    }

    private static void refuseUnhealthy(ClusterState seen, int level) {
        var health = Diagnosis.of(seen);
        if (!health.isHealthy()) {
            var why = health.errors().isEmpty()
                    ? "not every node has answered"
                    : health.errors().get(0).problem().what();
            throw LabException.failed("the lab is not healthy", why, "recover; challenge --level " + level);
        }
        if (!seen.faults().isEmpty()) {
            throw LabException.failed(
                    "the lab has faults already", "they would be mixed up", "heal; challenge --level " + level);
        }
    }

    /** Returns the situation of the challenge before; empty if there was none. */
    private Set<String> last() {
        var results = progress().read();
        return results.isEmpty()
                ? Set.of()
                : Set.of(results.get(results.size() - 1).situation());
    }

    private ChallengeProgressFile progress() {
        return ChallengeProgressFile.beside(context.session().directory());
    }

    /** Shows how the challenge stands without giving it away; ends it if it was named and repaired. */
    public Exit state() {
        var state = challenge.checked(challenge.running());
        return state.attempt().isOver() ? finish(state) : show(state);
    }

    private Exit show(ChallengeState state) {
        var attempt = state.attempt();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("running", true);
        tree.put("level", state.situation().level());
        tree.put("seed", state.seed());
        tree.put("seconds", age(state).toSeconds());
        tree.put("repaired", attempt.isRepaired());
        tree.put("named", attempt.named());
        tree.put("wrong", attempt.wrong());
        tree.put("hints", attempt.hints());
        var lines = new ArrayList<String>();
        lines.add(
                "level " + state.situation().level() + ", seed " + state.seed() + ", for " + TimeSpan.text(age(state)));
        lines.add(attempt.isRepaired() ? "repaired: nothing of it is left" : "not repaired yet");
        lines.add("answers: "
                + (attempt.named().isEmpty() ? "none right yet" : "right: " + String.join(", ", attempt.named()))
                + ", wrong: " + attempt.wrong() + ", hints: " + attempt.hints());
        lines.add(
                attempt.isRepaired() ? "say what it was: challenge answer WORD NODE" : "look: status, diagnose, logs");
        return context.show(AdHocReport.of(() -> lines, () -> tree));
    }

    private Duration age(ChallengeState state) {
        return Duration.between(state.begun(), challenge.now());
    }

    /** Notes that the student sees that something is wrong. */
    public Exit notice() {
        var running = challenge.running();
        var state = challenge.write(running.with(running.attempt().noticed(challenge.now())));
        var after =
                TimeSpan.text(Duration.between(state.begun(), state.attempt().noticed()));
        return show(Map.of("noticed", after), "noticed after " + after);
    }

    /** @return status 1 for a wrong answer */
    public Exit answer(List<String> words) {
        var state = challenge.running();
        if (words.isEmpty()) {
            throw LabException.usage("an answer is missing", "", "challenge list");
        }
        var word = AnswerWords.only(words.get(0));
        var nodes = NodeListArgument.of(context.session().glance(), words.subList(1, words.size()));
        var attempt = state.attempt().noticed(challenge.now());
        var right = challenge.causes(state).stream()
                .filter(cause -> cause.isNamed(word, nodes))
                .findFirst();
        if (right.isEmpty()) {
            challenge.write(state.with(attempt.answeredWrong()));
            show(Map.of("right", false), "no, it is not " + String.join(" ", words));
            return Exit.FAILED;
        }
        return named(state.with(attempt), right.get());
    }

    private Exit named(ChallengeState noticed, Cause cause) {
        var left = noticed.unnamed(context.session().lab()).stream()
                .filter(other -> !other.answer().equals(cause.answer()))
                .count();
        var state =
                challenge.checked(noticed.with(noticed.attempt().named(cause.answer(), left == 0, challenge.now())));
        if (state.attempt().isOver()) {
            return finish(state);
        }
        return show(
                Map.of(
                        "right",
                        true,
                        "more",
                        left > 0,
                        "repaired",
                        state.attempt().isRepaired()),
                "right: " + cause.answer() + ": " + cause.what(),
                left > 0 ? "that is not all: something else is broken, too" : AFTER_ANSWER);
    }

    /** Gives one more hint: where to look, then what to type. There are no more than these two, and only a new one costs points. */
    public Exit hint() {
        var running = challenge.running();
        var isNew = running.attempt().hints() < HINTS;
        var state = isNew ? challenge.write(running.with(running.attempt().hinted())) : running;
        var unnamed = state.unnamed(context.session().lab());
        if (unnamed.isEmpty()) {
            return show(Map.of("hint", AFTER_ANSWER), AFTER_ANSWER);
        }
        var cause = unnamed.get(0);
        var hint = state.attempt().hints() == 1 ? where(cause) : "this shows it: " + cause.shows();
        return isNew
                ? show(Map.of("hint", hint), hint)
                : show(Map.of("hint", hint), hint, "there are no more hints: challenge give-up tells all");
    }

    private static String where(Cause cause) {
        return cause.nodes().isEmpty()
                ? "it is no matter of one node: look at what all have in common"
                : "look at "
                        + String.join(
                                " and ",
                                cause.nodes().stream().map(Object::toString).toList());
    }

    /** Tells what it is and how it is repaired. The lab stays as it is. */
    public Exit giveUp() {
        var running = challenge.running();
        var state = challenge.write(running.with(running.attempt().toldOf()));
        var lines = new ArrayList<String>();
        for (var cause : challenge.causes(state)) {
            lines.add(cause.answer() + ": " + cause.what());
            lines.add("  this shows it: " + cause.shows());
            lines.add("  this repairs it: " + String.join("; ", cause.repair()));
        }
        lines.add("repair it, and then: challenge   or have it undone: challenge stop");
        return context.show(AdHocReport.of(
                () -> lines,
                () -> Map.of(
                        "answers",
                                challenge.causes(state).stream()
                                        .map(Cause::answer)
                                        .toList(),
                        "repair",
                                challenge.causes(state).stream()
                                        .map(Cause::repair)
                                        .toList())));
    }

    private Exit finish(ChallengeState state) {
        return end(state, state.attempt().told() ? ChallengeResult.Outcome.GIVEN_UP : ChallengeResult.Outcome.SOLVED);
    }

    /** Undoes what is broken, and ends the challenge. Also ends one whose making was interrupted. */
    public Exit stop() {
        if (challenge.isDamaged() && !context.isDryRun()) {
            challenge.abandon();
            return show(
                    Map.of("running", false),
                    "the challenge has ended; what it was could not be read",
                    "what recover repairs is repaired; look: diagnose   its clients: load stop");
        }
        var state = challenge.read().orElseThrow(() -> LabException.failed("no challenge runs", "", "challenge"));
        if (context.isDryRun()) {
            return context.show(
                    new PlanReport(challenge.planner(context.session().glance()).undo(challenge.causes(state))));
        }
        challenge.undo(state);
        return end(state, ChallengeResult.Outcome.STOPPED);
    }

    private Exit end(ChallengeState state, ChallengeResult.Outcome outcome) {
        var causes = challenge.causes(state);
        var clients = ClientCosts.of(context.session().load(), challenge.clientsSince(state), challenge.now());
        var result = ChallengeResult.of(state, causes, context.session().lab().name(), outcome, clients);
        progress().append(result);
        challenge.end(state);
        return context.show(new ChallengeResultText(result, causes));
    }

    /** Shows the results of all challenges of this user. */
    public Exit report() {
        return context.show(
                new ChallengeProgressReport(progress().read(), context.clock().getZone()));
    }

    private Exit show(Map<String, Object> tree, String... lines) {
        return context.show(AdHocReport.of(() -> List.of(lines), () -> tree));
    }
}
