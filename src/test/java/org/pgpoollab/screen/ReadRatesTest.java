package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

class ReadRatesTest {

    private static final Node POOL = Node.pgpool(0);

    @Test
    void readsBeforeTheFirstSnapshotDoNotCount() {
        var reads = ReadRates.NONE.next(selects(5000), NOW);

        assertEquals(OptionalLong.empty(), reads.lastMinute(POOL, 1, NOW));
    }

    @Test
    void oneNumberAfterAGapOfAMinuteSaysNothingOfTheLastMinute() {
        var before = ReadRates.NONE.next(selects(100), NOW).next(selects(130), at(1));

        var after = before.next(selects(9000), at(70));

        assertEquals(OptionalLong.empty(), before.lastMinute(POOL, 1, at(62)));
        assertEquals(OptionalLong.empty(), after.lastMinute(POOL, 1, at(70)));
        assertEquals(0, after.most(at(70)));
        assertEquals(OptionalLong.of(5), after.next(selects(9005), at(71)).lastMinute(POOL, 1, at(71)));
    }

    /** Answers through pcp contain a pgpool's beliefs without its counts. */
    @Test
    void anAnswerThatDoesNotCountIsNotAnAnswerOfNone() {
        var reads = ReadRates.NONE
                .next(selects(BackendView.UNCOUNTED), NOW)
                .next(selects(411), at(1))
                .next(selects(BackendView.UNCOUNTED), at(2))
                .next(selects(413), at(3));

        assertEquals(OptionalLong.of(2), reads.lastMinute(POOL, 1, at(3)));
    }

    @Test
    void readsOfTheLastMinuteAreAddedUpAndThenForgotten() {
        var reads =
                ReadRates.NONE.next(selects(100), NOW).next(selects(130), at(1)).next(selects(150), at(31));

        assertEquals(OptionalLong.of(50), reads.lastMinute(POOL, 1, at(31)));
        assertEquals(OptionalLong.of(20), reads.lastMinute(POOL, 1, at(61)));
        assertEquals(OptionalLong.empty(), reads.lastMinute(POOL, 1, at(91)));
    }

    @Test
    void aPgpoolThatStartsAnewCountsFromZero() {
        var reads = ReadRates.NONE.next(selects(100), NOW).next(selects(7), at(1));

        assertEquals(OptionalLong.of(7), reads.lastMinute(POOL, 1, at(1)));
    }

    @Test
    void whatIsNotSeenForAWhileIsGoneOnWith() {
        var reads = ReadRates.NONE
                .next(selects(100), NOW)
                .next(healthy().silent("pgpool-0").state(), at(1))
                .next(selects(104), at(2));

        assertEquals(OptionalLong.of(4), reads.lastMinute(POOL, 1, at(2)));
        assertEquals(4, reads.most(at(2)));
    }

    private static ClusterState selects(long count) {
        return healthy().selects("pgpool-0", "pg-1", count).state();
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
