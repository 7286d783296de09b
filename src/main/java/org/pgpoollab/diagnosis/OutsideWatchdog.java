package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/** A pgpool answers, but in its own eyes is neither leader nor standby of the watchdog: its opinion of backends has no weight. */
final class OutsideWatchdog implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return in(state)
                .map(pool -> Finding.error(
                                pool.node() + " is not in the watchdog: it says " + word(pool),
                                "a pgpool takes part as LEADER or STANDBY only",
                                remedy(state, pool.node()))
                        .about(pool.node()))
                .toList();
    }

    static Stream<PoolNode> in(ClusterState state) {
        return state.pools().stream().filter(pool -> pool.watchdog().isSeen() && !isInside(pool));
    }

    private static Remedy remedy(ClusterState state, Node pool) {
        return OnPurpose.undo(state, pool)
                .map(undo -> Remedy.then(undo, Remedy.waitFor("cluster is healthy")))
                .orElseGet(() -> Remedy.restart(pool));
    }

    private static boolean isInside(PoolNode pool) {
        return pool.watchdogState()
                .filter(word -> word.equals("LEADER") || word.equals("STANDBY"))
                .isPresent();
    }

    private static String word(PoolNode pool) {
        return pool.watchdogState().filter(word -> !word.isEmpty()).orElse("nothing of itself");
    }
}
