package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.condition.Evaluation;
import org.pgpoollab.diagnosis.Diagnosis;

/** Checks invariants of every snapshot on labs with several disturbances at a time; each seed always yields the same lab. */
class AnySnapshotTest {

    /** The disturbances. Each takes the indices of a PostgreSQL node and of a pgpool of the lab. */
    private static final List<BiFunction<Given, int[], Given>> DISTURBANCES = List.of(
            (lab, at) -> lab.silent(pg(at)),
            (lab, at) -> lab.stopped(pg(at)),
            (lab, at) -> lab.unasked(pg(at)),
            (lab, at) -> lab.primary(pg(at)),
            (lab, at) -> lab.standby(pg(at)),
            (lab, at) -> lab.notStreaming(pg(at)),
            (lab, at) -> lab.notSentTo(pg(at)),
            (lab, at) -> lab.upstream(pg(at), "pgpool-0"),
            (lab, at) -> lab.timeline(pg(at), 2),
            (lab, at) -> lab.lsn(pg(at), "1/0"),
            (lab, at) -> lab.repmgrdStopped(pg(at)),
            (lab, at) -> lab.repmgrUnseen(pg(at), "timeout", ago(2)),
            (lab, at) -> lab.repmgrType(pg(at), "primary", ""),
            (lab, at) -> lab.silent(pool(at)),
            (lab, at) -> lab.stopped(pool(at)),
            (lab, at) -> lab.unasked(pool(at)),
            (lab, at) -> lab.queriesUnanswered(pool(at), "timeout", ago(3)),
            (lab, at) -> lab.watchdog(pool(at), "LOST"),
            (lab, at) -> lab.watchdog(pool(at), "LEADER"),
            (lab, at) -> lab.leader(pool(at)),
            (lab, at) -> lab.vipOn(pool(at)),
            (lab, at) -> lab.vipOn(),
            (lab, at) -> lab.vipUnseen(pool(at), "timeout", ago(1)),
            (lab, at) -> lab.status(pool(at), pg(at), "down"),
            (lab, at) -> lab.status(pool(at), pg(at), "quarantine"),
            (lab, at) -> lab.role(pool(at), pg(at), "primary"),
            (lab, at) -> lab.quorum("QUORUM IS ON THE EDGE"));

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyReportCanBeMade(int seed) {
        var state = state(seed);
        var reports = List.of(
                new StatusReport(state),
                new NodesReport(state),
                new PoolNodesSideBySide(state),
                new WatchdogReport(state));

        for (var report : reports) {
            assertFalse(report.lines(TerminalLook.ASCII).isEmpty());
            assertFalse(report.json().isEmpty());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFindingHasASentenceAndACommand(int seed) {
        for (var finding : Diagnosis.of(state(seed)).findings()) {
            assertFalse(finding.problem().what().isBlank());
            assertFalse(finding.problem().remedy().isBlank(), finding::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNegatedConditionSaysTheOppositeAndUnknownStaysUnknown(int seed) {
        var state = state(seed);

        for (var sentence : sentences(state)) {
            var plain = verdict(sentence, state).outcome();
            var negated = verdict("not " + sentence, state).outcome();

            assertEquals(opposite(plain), negated, sentence);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsCalledHealthyMeetsEverythingThatHealthMeans(int seed) {
        var state = state(seed);
        if (!Diagnosis.of(state).isHealthy()) {
            return;
        }

        assertTrue(verdict("all is up", state).isMet());
        assertTrue(verdict("primary is known", state).isMet());
        assertTrue(verdict("vip is held", state).isMet());
        if (state.lab().postgresCount() > 1) {
            assertTrue(verdict("standbys are streaming", state).isMet());
        }
        if (state.lab().hasWatchdog()) {
            assertTrue(verdict("vip is on leader", state).isMet());
            assertTrue(verdict("quorum is present", state).isMet());
        }
        for (var node : state.lab().postgresNodes()) {
            assertTrue(verdict("pool_nodes " + node + " is up", state).isMet());
        }
    }

    private static ClusterState state(int seed) {
        var random = new Random(seed);
        var postgres = 1 + random.nextInt(4);
        var pgpool = 1 + random.nextInt(4);
        var lab = healthy(postgres, pgpool);
        for (var left = random.nextInt(5); left > 0; left--) {
            var disturbance = DISTURBANCES.get(random.nextInt(DISTURBANCES.size()));
            lab = disturbance.apply(lab, new int[] {random.nextInt(postgres), random.nextInt(pgpool)});
        }
        return lab.state();
    }

    private static List<String> sentences(ClusterState state) {
        var sentences = new ArrayList<>(List.of(
                "primary is known",
                "primary is up",
                "vip is held",
                "vip is on pgpool-0",
                "cluster is healthy",
                "all is up"));
        if (state.lab().hasWatchdog()) {
            sentences.addAll(List.of("quorum is present", "pgpool-0 is leader", "vip is on leader", "leader is up"));
        }
        for (var word : List.of("up", "down", "primary", "standby", "streaming", "unreachable")) {
            sentences.add("pg-0 is " + word);
        }
        sentences.add("pool_nodes pg-0 is up");
        sentences.add("pool_nodes pg-0 is down on pgpool-0");
        return sentences;
    }

    private static Evaluation verdict(String sentence, ClusterState state) {
        return ConditionParser.parse(List.of(sentence.split(" ")), state.lab())
                .condition()
                .evaluate(state);
    }

    private static Evaluation.Outcome opposite(Evaluation.Outcome outcome) {
        return switch (outcome) {
            case MET -> Evaluation.Outcome.UNMET;
            case UNMET -> Evaluation.Outcome.MET;
            case UNKNOWN -> Evaluation.Outcome.UNKNOWN;
        };
    }

    private static String pg(int[] at) {
        return "pg-" + at[0];
    }

    private static String pool(int[] at) {
        return "pgpool-" + at[1];
    }
}
