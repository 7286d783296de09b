package org.pgpoollab.cluster;

import java.util.List;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/**
 * Finds pgpools that search for a primary in vain after their start: by the status that they have saved, or that their leader has, the
 * primary is down, and they search among the other backends only. As long as they do, they answer queries and not pcp, are in no
 * watchdog, and take no attach. With {@code search_primary_node_timeout} 0 that lasts for ever. A single pgpool has no
 * watchdog, and is left out.
 */
public final class PrimarySearch {

    private PrimarySearch() {}

    public static List<Node> inVain(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> isInVain(state, pool))
                .map(PoolNode::node)
                .toList();
    }

    public static boolean isInVain(ClusterState state, PoolNode pool) {
        return state.lab().hasWatchdog()
                && pool.watchdog().isUnreachable()
                && Replication.leadingPrimary(state)
                        .flatMap(pool::belief)
                        .filter(view -> !view.isUp())
                        .isPresent();
    }
}
