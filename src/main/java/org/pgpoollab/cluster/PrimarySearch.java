package org.pgpoollab.cluster;

import java.util.List;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/**
 * Finds pgpools that search for a primary in vain after their start: by the status that they have saved, or that their leader has, the
 * primary is down, and they search among the other backends only. As long as they do, they answer queries, but have no pcp socket, so that
 * nothing can be attached and their watchdog cannot be asked, though it runs and may lead. With {@code search_primary_node_timeout} 0 that
 * lasts for ever. Pcp and the health checks begin only after that search, so a quarantine says that it has ended; see {@code
 * pgpool_main.c} of Pgpool-II 4.3. Without a watchdog pcp is not asked, so that nothing is known of a single pgpool.
 */
public final class PrimarySearch {

    private PrimarySearch() {}

    /**
     * Returns the command that ends the search of pgpools: in immediate mode, because a pgpool that searches does not stop by itself, and
     * without the status that it has saved, because it would search again.
     */
    public static String ending(List<Node> pgpools) {
        return "restart " + Node.names(pgpools) + " --mode immediate --discard-status";
    }

    /** Returns the pgpools that have marked the primary down. */
    public static List<Node> markedDownBy(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.pools().stream().filter(pool -> hasMarkedDown(pool, primary)))
                .map(PoolNode::node)
                .toList();
    }

    private static boolean hasMarkedDown(PoolNode pool, Node primary) {
        return pool.belief(primary)
                .filter(view -> view.status() == BackendStatus.DOWN)
                .isPresent();
    }

    /**
     * Returns the pgpools to restart together, so that none learns from another that the primary is down: those that hang, those that have
     * marked it down, and all if no other holds it up. A pgpool that is restarted takes the status of the leader, whose search may be why
     * it hangs.
     */
    public static List<Node> restartedFor(ClusterState state, List<Node> hanging) {
        var markedDown = markedDownBy(state);
        var all = state.lab().pgpoolNodes();
        var some = all.stream()
                .filter(node -> hanging.contains(node) || markedDown.contains(node))
                .toList();
        var isHeldUpByAnother = Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.pools().stream()
                        .filter(pool -> !some.contains(pool.node()))
                        .flatMap(pool -> pool.belief(primary).stream()))
                .anyMatch(BackendView::isUp);
        return isHeldUpByAnother ? some : all;
    }

    public static List<Node> inVain(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> isInVain(state, pool))
                .map(PoolNode::node)
                .toList();
    }

    public static boolean isInVain(ClusterState state, PoolNode pool) {
        return state.lab().hasWatchdog()
                && pool.watchdog().isUnreachable()
                && ConnectionFailure.saysNobodyListens(pool.watchdog().reason())
                && markedDownBy(state).contains(pool.node());
    }
}
