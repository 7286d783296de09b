package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.topology.Node;

class BeliefChangeTest {

    private static final Node ONE = Node.pgpool(0);
    private static final Node OTHER = Node.pgpool(1);

    private final BeliefChange settled = BeliefChange.NOTHING
            .next(asked(NOW, NOW), Map.of(ONE, "up", OTHER, "up"))
            .later();

    @Test
    void aChangeWaitsUntilTheOthersWereAskedToo() {
        var early = settled.next(asked(NOW.plusMillis(500), NOW), Map.of(ONE, "down", OTHER, "up"));
        var both =
                early.later().next(asked(NOW.plusMillis(500), NOW.plusMillis(560)), Map.of(ONE, "down", OTHER, "down"));

        assertEquals(List.of(), early.turned());
        assertEquals(List.of(ONE, OTHER), both.turned().stream().sorted().toList());
    }

    @Test
    void oneThatStaysAloneIsToldWhenTheOthersHaveSaidOtherwise() {
        var early = settled.next(asked(NOW.plusMillis(500), NOW), Map.of(ONE, "down", OTHER, "up"));
        var alone =
                early.later().next(asked(NOW.plusMillis(1000), NOW.plusMillis(560)), Map.of(ONE, "down", OTHER, "up"));
        var later =
                alone.later().next(asked(NOW.plusMillis(1000), NOW.plusMillis(1060)), Map.of(ONE, "down", OTHER, "up"));

        assertEquals(List.of(ONE), alone.turned());
        assertEquals(List.of(), later.turned());
    }

    private static ClusterState asked(Instant one, Instant other) {
        var state = healthy(3, 2).state();
        var pools = List.of(askedAt(state.pool(ONE), one), askedAt(state.pool(OTHER), other));
        return new ClusterState(state.lab(), state.at(), state.postgres(), pools, state.faults());
    }

    private static PoolNode askedAt(PoolNode pool, Instant at) {
        var backends = Observed.seen(pool.backends().value().orElseThrow(), at);
        return new PoolNode(pool.node(), backends, pool.watchdog(), pool.holdsVip(), pool.clients());
    }
}
