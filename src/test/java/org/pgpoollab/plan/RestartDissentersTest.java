package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.topology.Node;

class RestartDissentersTest {

    private static final long LATER = Duration.ofSeconds(6).toNanos();

    private final RestartDissenters dissenters = new RestartDissenters(null, Progress.SILENT);

    @Test
    void whoGoesOnDifferingFromTheLeaderIsRestarted() {
        var state = pgpool1And2TakeThePrimaryForAStandby().state();

        assertEquals(List.of(), dissenters.lasting(state, 0));
        assertEquals(List.of(Node.pgpool(1), Node.pgpool(2)), dissenters.lasting(state, LATER));
    }

    @Test
    void whoAgreesMeanwhileIsNot() {
        dissenters.lasting(pgpool1And2TakeThePrimaryForAStandby().state(), 0);
        dissenters.lasting(healthy().state(), LATER / 2);

        assertEquals(
                List.of(),
                dissenters.lasting(pgpool1And2TakeThePrimaryForAStandby().state(), LATER));
    }

    @Test
    void whereTheLeaderIsWrongOrAFaultIsTheCauseARestartWouldNotHelp() {
        var leader = healthy().role("pgpool-0", "pg-0", "standby");
        var isolated =
                pgpool1And2TakeThePrimaryForAStandby().fault("isolate pgpool-1").fault("isolate pgpool-2");
        for (var lab : List.of(leader, isolated)) {
            dissenters.lasting(lab.state(), 0);

            assertEquals(List.of(), dissenters.lasting(lab.state(), LATER));
        }
    }

    private static Given pgpool1And2TakeThePrimaryForAStandby() {
        return healthy().role("pgpool-1", "pg-0", "standby").role("pgpool-2", "pg-0", "standby");
    }
}
