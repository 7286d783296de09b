package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Capacity;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabNeeds;

class MachineSizingTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void theNeedsAreNearWhatWasMeasured() {
        var usual = LabNeeds.of(lab(3, 3));
        var largest = LabNeeds.of(lab(16, 16));

        assertEquals(198, usual.processes());
        assertEquals(196, usual.memory() / MEGABYTE);
        assertEquals(1_840, largest.processes());
        assertEquals(1_636, largest.memory() / MEGABYTE);
    }

    @Test
    void whatIsNotKnownIsTakenToBeEnough() {
        assertEquals(List.of(), new MachineSizing(lab(16, 16), true, Capacity.UNKNOWN, List.of()).problems());
    }

    @Test
    void aMachineWithLittleMemoryIsTooSmallForManyNodes() {
        var capacity = new Capacity(30_000, 1_000 * MEGABYTE, Capacity.UNREAD);

        assertEquals(
                List.of(
                        new Problem(
                                "this machine is too small for the lab demo",
                                "16 PostgreSQL and 16 Pgpool-II nodes need about 1,636 MB of memory, and 1,000 are available",
                                "up --lab demo --postgres 3 --pgpool 3, or: down --lab other, or: up --lab demo --postgres 16 --pgpool 16 --force")),
                new MachineSizing(lab(16, 16), true, capacity, List.of("other")).problems());
        assertEquals(List.of(), new MachineSizing(lab(3, 3), true, capacity, List.of()).problems());
    }

    @Test
    void allThatIsLackingIsToldAtOnce() {
        var capacity = new Capacity(100, MEGABYTE, MEGABYTE);

        var problems = new MachineSizing(lab(3, 3), true, capacity, List.of()).problems();

        assertEquals(3, problems.size());
        assertTrue(problems.stream()
                .allMatch(problem -> problem.remedy().equals("up --lab demo --postgres 3 --pgpool 3 --force")));
    }

    @Test
    void dataThatIsThereNeedsNoRoomAnyMore() {
        var capacity = new Capacity(Capacity.UNREAD, Capacity.UNREAD, 0);

        assertEquals(List.of(), new MachineSizing(lab(3, 3), false, capacity, List.of()).problems());
    }

    private static Lab lab(int postgres, int pgpools) {
        return Given.healthy(postgres, pgpools).state().lab();
    }
}
