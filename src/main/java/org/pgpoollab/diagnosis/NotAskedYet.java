package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.InWords;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.topology.Node;

/** Of some nodes not everything has been asked yet: one finding names them all. */
final class NotAskedYet implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var unasked = nodes(state);
        if (unasked.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.error(
                "not everything is known yet of " + InWords.list(unasked),
                "these nodes have not been asked yet",
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

    private static boolean isUnasked(Observed<?> fact) {
        return !fact.isSeen() && !fact.isUnreachable();
    }
}
