package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.Node;

class RecentChangesTest {

    private static final TrackedFact SAYS = new TrackedFact(Node.postgres(2), TrackedFact.SAYS);

    @Test
    void whatIsSeenForTheFirstTimeDidNotChange() {
        var recent = RecentChanges.NOTHING
                .next(healthy().unasked("pg-2").state(), NOW)
                .next(healthy().state(), NOW.plusSeconds(1));

        assertEquals(Map.of(), recent.changed());
    }

    @Test
    void aChangeIsFreshForTwoSeconds() {
        var recent = RecentChanges.NOTHING
                .next(healthy().state(), NOW)
                .next(healthy().silent("pg-2").state(), NOW);

        assertTrue(recent.isFresh(SAYS, NOW.plusMillis(1999)));
        assertFalse(recent.isFresh(SAYS, NOW.plusMillis(2000)));
    }

    @Test
    void aBeliefThatIsTheSameAfterItsPgpoolWasSilentDidNotChange() {
        var recent = RecentChanges.NOTHING
                .next(healthy().state(), NOW)
                .next(healthy().silent("pgpool-1").state(), NOW)
                .next(healthy().state(), NOW.plusSeconds(5));

        var belief = new TrackedFact(Node.postgres(0), TrackedFact.beliefOf(Node.pgpool(1)));
        assertFalse(recent.isFresh(belief, NOW.plusSeconds(5)));
        assertTrue(recent.isFresh(new TrackedFact(Node.pgpool(1), TrackedFact.WATCHDOG), NOW.plusSeconds(5)));
    }

    @Test
    void whatAlwaysMovesIsNoChange() {
        var recent = RecentChanges.NOTHING
                .next(healthy().state(), NOW)
                .next(healthy().lsn("pg-0", "0/4000000").clients("pgpool-0", 7).state(), NOW);

        assertEquals(Map.of(), recent.changed());
    }
}
