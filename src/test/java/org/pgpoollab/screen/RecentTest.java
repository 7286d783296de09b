package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.Node;

class RecentTest {

    private static final Fact SAYS = new Fact(Node.postgres(2), Fact.SAYS);

    @Test
    void whatIsSeenForTheFirstTimeDidNotChange() {
        var recent = Recent.NOTHING
                .next(healthy().unasked("pg-2").state(), NOW)
                .next(healthy().state(), NOW.plusSeconds(1));

        assertEquals(Map.of(), recent.changed());
    }

    @Test
    void aChangeIsFreshForTwoSeconds() {
        var recent = Recent.NOTHING
                .next(healthy().state(), NOW)
                .next(healthy().silent("pg-2").state(), NOW);

        assertTrue(recent.isFresh(SAYS, NOW.plusMillis(1999)));
        assertFalse(recent.isFresh(SAYS, NOW.plusMillis(2000)));
    }

    @Test
    void aBeliefThatIsTheSameAfterItsPgpoolWasSilentDidNotChange() {
        var recent = Recent.NOTHING
                .next(healthy().state(), NOW)
                .next(healthy().silent("pgpool-1").state(), NOW)
                .next(healthy().state(), NOW.plusSeconds(5));

        var belief = new Fact(Node.postgres(0), Fact.beliefOf(Node.pgpool(1)));
        assertFalse(recent.isFresh(belief, NOW.plusSeconds(5)));
        assertTrue(recent.isFresh(new Fact(Node.pgpool(1), Fact.WATCHDOG), NOW.plusSeconds(5)));
    }

    @Test
    void whatAlwaysMovesIsNoChange() {
        var recent = Recent.NOTHING
                .next(healthy().state(), NOW)
                .next(healthy().lsn("pg-0", "0/4000000").clients("pgpool-0", 7).state(), NOW);

        assertEquals(Map.of(), recent.changed());
    }
}
