package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

class ReadsTest {

    private static final Node POOL = Node.pgpool(0);

    @Test
    void readsBeforeTheFirstSnapshotDoNotCount() {
        var reads = Reads.NONE.next(selects(5000), NOW);

        assertEquals(0, reads.lastMinute(POOL, 1, NOW));
    }

    @Test
    void readsOfTheLastMinuteAreAddedUpAndThenForgotten() {
        var reads = Reads.NONE.next(selects(100), NOW).next(selects(130), at(1)).next(selects(150), at(31));

        assertEquals(50, reads.lastMinute(POOL, 1, at(31)));
        assertEquals(20, reads.lastMinute(POOL, 1, at(61)));
        assertEquals(0, reads.lastMinute(POOL, 1, at(91)));
    }

    @Test
    void aPgpoolThatStartsAnewCountsFromZero() {
        var reads = Reads.NONE.next(selects(100), NOW).next(selects(7), at(1));

        assertEquals(7, reads.lastMinute(POOL, 1, at(1)));
    }

    @Test
    void whatIsNotSeenForAWhileIsGoneOnWith() {
        var reads = Reads.NONE
                .next(selects(100), NOW)
                .next(healthy().silent("pgpool-0").state(), at(1))
                .next(selects(104), at(2));

        assertEquals(4, reads.lastMinute(POOL, 1, at(2)));
        assertEquals(4, reads.most(at(2)));
    }

    private static ClusterState selects(long count) {
        return healthy().selects("pgpool-0", "pg-1", count).state();
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
