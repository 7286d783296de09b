package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LoadShape;

class DrillRunnerTest {

    private static final String START_LOAD = "start " + LoadShape.USUAL;

    private final Clock clock = new RunningClock(Duration.ofMillis(100));
    private final FakeDrillTarget target = new FakeDrillTarget(clock, healthy().state(), withoutPg0());
    private final List<String> told = new ArrayList<>();
    private final List<DrillRun> runs = new ArrayList<>();

    @Test
    void aRunBreaksTheLabWaitsUntilItServesAndBringsItBack() {
        var result = drill(1);

        assertEquals(List.of(START_LOAD, "kill pg-0", "watched to the end", "recover", "stop load"), target.done);
        assertEquals(result.runs(), runs);
        assertEquals("kill pg-0", runs.get(0).fault());
        assertTrue(runs.get(0).redundant().isPresent());
        assertEquals("", runs.get(0).missing());
    }

    @Test
    void runsFollowEachOtherUnderOneLoad() {
        drill(2);

        assertEquals(
                List.of(
                        START_LOAD,
                        "kill pg-0",
                        "watched to the end",
                        "recover",
                        "kill pg-0",
                        "watched to the end",
                        "recover",
                        "stop load"),
                target.done);
        assertEquals(List.of("run 1 of 2", "kill pg-0", "recover", "run 2 of 2", "kill pg-0", "recover"), told);
    }

    @Test
    void aLoadThatRunsAlreadyGoesOn() {
        target.load.running = true;

        drill(1);

        assertTrue(target.load.running);
        assertFalse(target.done.contains(START_LOAD));
    }

    @Test
    void aLabThatIsNotHealthyIsNotBroken() {
        var sick = new FakeDrillTarget(clock, withoutPg0(), withoutPg0());

        var refused = assertThrows(
                LabException.class,
                () -> new DrillRunner(sick, clock, told::add).drill(Drill.PRIMARY_LOSS, 1, LoadShape.USUAL, runs::add));

        assertEquals(
                "a drill begins with a healthy lab", refused.problems().get(0).what());
        assertEquals(List.of(), sick.done);
    }

    @Test
    void whenALabDoesNotComeBackItsLoadIsStoppedAllTheSame() {
        target.troubles.add(Optional.of(LabException.failed("it does not come back", "", "diagnose")));

        assertThrows(LabException.class, () -> drill(3));

        assertEquals(List.of(START_LOAD, "kill pg-0", "watched to the end", "recover", "stop load"), target.done);
    }

    @Test
    void anInterruptedDrillReportsTheRunsThatWereCompleted() {
        target.troubles.add(Optional.empty());
        target.troubles.add(Optional.of(LabException.of(Exit.INTERRUPTED, "interrupted", "", "")));

        var result = drill(3);

        assertEquals(1, result.runs().size());
        assertEquals("interrupted; these are the runs that were completed", told.get(told.size() - 1));
        assertEquals("stop load", target.done.get(target.done.size() - 1));
    }

    @Test
    void aDrillThatIsInterruptedInItsFirstRunHasNoResult() {
        target.troubles.add(Optional.of(LabException.of(Exit.INTERRUPTED, "interrupted", "", "")));

        assertThrows(LabException.class, () -> drill(3));
    }

    @Test
    void aStormBreaksAndBringsBackUntilItsTimeIsUp() {
        var storm = new Storm(target, clock, told::add);

        var result = storm.run(7, Duration.ofSeconds(6), LoadShape.USUAL, round -> {});

        assertTrue(result.healthy());
        assertTrue(result.rounds().size() > 1, result.toString());
        assertEquals(START_LOAD, target.done.get(0));
        assertEquals("stop load", target.done.get(target.done.size() - 1));
        assertEquals(
                result.rounds().size(),
                target.done.stream().filter("recover"::equals).count());
    }

    private DrillResult drill(int count) {
        return new DrillRunner(target, clock, told::add).drill(Drill.PRIMARY_LOSS, count, LoadShape.USUAL, runs::add);
    }

    private static ClusterState withoutPg0() {
        var given = healthy()
                .silent("pg-0")
                .primary("pg-1")
                .upstream("pg-2", "pg-1")
                .status("pg-0", "down");
        for (var pool : List.of("pgpool-0", "pgpool-1", "pgpool-2")) {
            given = given.role(pool, "pg-1", "primary").role(pool, "pg-0", "standby");
        }
        return given.state();
    }
}
