package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports, in one finding, all nodes that have not been probed completely yet. */
final class NotAskedYet implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var unasked = nodes(state);
        if (unasked.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.error(
                "not everything is known yet of " + StateText.list(unasked),
                isTooBusy(state)
                        ? "this machine is too busy to tell whether they answer"
                        : "these nodes have not been asked yet",
                Remedy.waitFor("cluster is healthy")));
    }

    static List<Node> nodes(ClusterState state) {
        return Stream.concat(unaskedPostgres(state), unaskedPools(state)).toList();
    }

    private static Stream<Node> unaskedPostgres(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> isUnasked(seen.says()) || isUnasked(seen.repmgr()))
                .map(PostgresNode::node);
    }

    private static Stream<Node> unaskedPools(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> isUnasked(pool.backends())
                        || isUnasked(pool.holdsVip())
                        || (state.lab().hasWatchdog() && isUnasked(pool.watchdog())))
                .map(PoolNode::node);
    }

    /** Returns whether every probe has run, even if it is not clear whether the node answers. */
    static boolean isAsked(ClusterState state) {
        return facts(state).noneMatch(Observed.unasked()::equals);
    }

    private static boolean isTooBusy(ClusterState state) {
        return facts(state).anyMatch(fact -> isUnasked(fact) && !fact.equals(Observed.unasked()));
    }

    private static Stream<Observed<?>> facts(ClusterState state) {
        var postgres = state.postgres().stream().<Observed<?>>flatMap(seen -> Stream.of(seen.says(), seen.repmgr()));
        var pools = state.pools().stream()
                .<Observed<?>>flatMap(pool -> state.lab().hasWatchdog()
                        ? Stream.of(pool.backends(), pool.holdsVip(), pool.watchdog())
                        : Stream.of(pool.backends(), pool.holdsVip()));
        return Stream.concat(postgres, pools);
    }

    private static boolean isUnasked(Observed<?> fact) {
        return !fact.isSeen() && !fact.isUnreachable();
    }
}
