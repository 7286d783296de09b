package org.pgpoollab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Node;

class TaskProgressTest {

    private static final Instant BEGUN = Given.NOW.minusSeconds(60);
    private static final ClusterState WHOLE = state(Given.given());
    private static final ClusterState LOST = silent("pg-2");

    private static ClusterState state(Given given) {
        return given.primary("pg-0")
                .standby("pg-1")
                .standby("pg-2")
                .pool("pgpool-0")
                .pool("pgpool-1")
                .pool("pgpool-2")
                .state();
    }

    private static ClusterState silent(String node) {
        return Given.given()
                .primary("pg-0")
                .standby("pg-1")
                .silent(node, "connection refused", Given.NOW.minusSeconds(4))
                .pool("pgpool-0")
                .pool("pgpool-1")
                .pool("pgpool-2")
                .state();
    }

    private static LessonSection task(String... goals) {
        return new LessonSection(
                "A task",
                1,
                "",
                List.of(),
                List.of(),
                List.of(),
                Stream.of(goals)
                        .map(line -> GoalParser.parse(line, WHOLE.lab()))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static TaskProgress after(LessonSection task, ClusterState... states) {
        var progress = TaskProgress.since(BEGUN);
        for (var state : states) {
            progress = progress.with(progress.evidence().plus(state)).evaluate(task, state);
        }
        return progress;
    }

    private static boolean isMet(String goal, LessonEvidence evidence) {
        return GoalParser.parse(goal, WHOLE.lab()).evaluate(WHOLE, evidence).isMet();
    }

    @Test
    void allGoalsMustBeMetAtTheSameTime() {
        var task = task("pg-2 is down", "pg-2 is streaming");

        assertFalse(after(task, LOST, WHOLE).isMet());
    }

    @Test
    void aGoalThatHasToBeSeenOnlyOnceStaysTicked() {
        var task = task("seen: pg-2 is down", "pg-2 is streaming");

        var progress = after(task, LOST, WHOLE);

        assertTrue(progress.isMet());
        assertEquals(WHOLE.at(), progress.metAt());
    }

    @Test
    void aTaskStaysMetWhateverComesLater() {
        assertTrue(after(task("pg-2 is down"), LOST, WHOLE).isMet());
    }

    @Test
    void goalsThatCameTrueAreTold() {
        var task = task("pg-2 is down", "pg-1 is streaming");
        var before = after(task, WHOLE);

        var now = before.evaluate(task, LOST);

        assertEquals(
                List.of("pg-2 is down"),
                now.newlyMet(before).stream()
                        .map(status -> status.goal().text())
                        .toList());
    }

    @Test
    void theMostHoldersOfTheVipCountAlsoAfterOneHasLetItGo() {
        var evidence = new LessonEvidence(BEGUN, 2, ReadCounts.NONE, LoadEvidence.unknown("no load"), Map.of());

        assertFalse(isMet("vip holders at most 1", evidence.plus(WHOLE)));
        assertTrue(isMet("vip holders at most 2", evidence.plus(WHOLE)));
        assertTrue(isMet("not vip holders at most 1", evidence.plus(WHOLE)));
    }

    @Test
    void readsAreCountedFromTheFirstSnapshotAndOverARestartOfAPgpool() {
        var first = new ReadCounts(Map.of("pgpool-0/pg-1", 100L), Map.of("pg-1", 7L), Map.of("pg-1", BEGUN));
        var evidence = new LessonEvidence(BEGUN, 0, first, LoadEvidence.unknown("no load"), Map.of());

        assertEquals(7, evidence.reads().of(Node.postgres(1)));
        assertTrue(isMet("pg-1 answered 7 reads", evidence));
        assertFalse(isMet("pg-1 answered 8 reads", evidence));
        assertTrue(isMet("pg-1 answered no reads for 60s", evidence));
        assertFalse(isMet("pg-1 answered no reads for 61s", evidence));
    }

    @Test
    void aCounterThatBeganAnewCountsFromZero() {
        var view = WHOLE.pools().get(0).beliefs().get(1);
        var key = WHOLE.pools().get(0).node() + "/" + view.node();
        var before = new ReadCounts(Map.of(key, view.selects() + 50), Map.of(), Map.of());

        var after = before.plus(WHOLE);

        assertEquals(view.isCounted() ? view.selects() : 0, after.of(Node.postgres(1)));
    }

    @Test
    void outagesAndLostWritesAreThoseOfTheLoad() {
        var load = new LoadEvidence(Duration.ofSeconds(7), Duration.ofSeconds(1), 3, 4, 500, 2, true, "");
        var evidence = LessonEvidence.since(BEGUN).with(load);

        assertTrue(isMet("write outage below 10s", evidence));
        assertTrue(isMet("write outage above 5s", evidence));
        assertFalse(isMet("write outage below 7s", evidence));
        assertTrue(isMet("read outage below 2s", evidence));
        assertTrue(isMet("lost writes above 0", evidence));
        assertTrue(isMet("lost writes is 2", evidence));
        assertFalse(isMet("lost writes is 0", evidence));
    }

    @Test
    void withoutALoadNothingIsKnownOfOutages() {
        var evidence = LessonEvidence.since(BEGUN);

        assertFalse(isMet("write outage below 10s", evidence));
        assertFalse(isMet("not write outage below 10s", evidence));
        assertFalse(isMet("lost writes is 0", evidence));
    }

    @Test
    void answersDecideOnLogsRowsAndSettings() {
        var evidence = LessonEvidence.since(BEGUN)
                .with(Map.of(
                        new EvidenceQuestion.Logged("pg-1", "streaming"),
                        EvidenceAnswer.of("LOG: started streaming WAL"),
                        new EvidenceQuestion.Logged("pg-2", "streaming"),
                        EvidenceAnswer.of(""),
                        new EvidenceQuestion.Row("pg-1", "select 1"),
                        EvidenceAnswer.of("1"),
                        new EvidenceQuestion.Row("pg-2", "select 1"),
                        EvidenceAnswer.unknown("connection refused"),
                        new EvidenceQuestion.SettingInForce("pgpool", "auto_failback", EvidenceQuestion.ALL),
                        EvidenceAnswer.of("off")));

        assertTrue(isMet("pg-1 logged \"streaming\"", evidence));
        assertFalse(isMet("pg-2 logged \"streaming\"", evidence));
        assertTrue(isMet("not pg-2 logged \"streaming\"", evidence));
        assertTrue(isMet("row \"select 1\" on pg-1 is \"1\"", evidence));
        assertFalse(isMet("row \"select 1\" on pg-1 is \"2\"", evidence));
        assertFalse(isMet("not row \"select 1\" on pg-2 is \"2\"", evidence));
        assertTrue(isMet("setting pgpool.auto_failback is off", evidence));
        assertTrue(isMet("setting pgpool.auto_failback is false", evidence));
    }

    @Test
    void aRunReadsBackAsItWasWritten() {
        var evidence = new LessonEvidence(
                BEGUN,
                2,
                new ReadCounts(Map.of("pgpool-0/pg-1", 9L), Map.of("pg-1", 4L), Map.of("pg-1", Given.NOW)),
                LoadEvidence.unknown("there was no load"),
                Map.of());
        var run = new LessonRun(
                "standby-loss",
                "/home/me/a \"b\".md",
                BEGUN,
                2,
                new TaskProgress(evidence, Set.of(0, 2), List.of(), Given.NOW),
                Set.of(1),
                3,
                new LessonFigures(Map.of("write outage", "7 s")));

        assertEquals(run, LessonRunJson.parse(LessonRunJson.text(run)).orElseThrow());
        assertTrue(LessonRunJson.parse("{\"lesson\":\"x\"}").isEmpty());
        assertTrue(LessonRunJson.parse("no json").isEmpty());
    }

    @Test
    void figuresAreFilledInAndLeftOpenIfNobodyMeasuredThem() {
        var load = new LoadEvidence(Duration.ofSeconds(7), Duration.ofSeconds(1), 3, 4, 500, 2, true, "");
        var progress = new TaskProgress(LessonEvidence.since(BEGUN).with(load), Set.of(), List.of(), Given.NOW);

        assertEquals(
                "7 s, 2 of 500 after 60 s, …",
                LessonFigures.of(progress)
                        .fill(
                                "{{write outage}}, {{lost writes}} of {{ acknowledged writes }} after {{seconds}} s, {{read outages}}"));
        assertEquals("…", LessonFigures.NONE.fill("{{write outage}}"));
    }
}
