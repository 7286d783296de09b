package org.pgpoollab.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;

/**
 * Decides whether a pgpool's belief of a backend is marked {@code !}. PostgreSQL's own state decides if it says enough; otherwise the
 * majority of the pgpools does, and without a majority all are marked.
 */
public final class Disagreement {

    private Disagreement() {}

    public static boolean of(ClusterState state, PostgresNode seen, BackendView view) {
        if (seen.says().isUnreachable()) {
            return view.isUp();
        }
        return contradicts(state, seen, view) || !isOfMajority(state, seen, view);
    }

    /** Returns the row for this node in this pgpool's {@code show pool_nodes}. */
    public static Optional<BackendView> view(PostgresNode seen, PoolNode pool) {
        return pool.belief(seen.node());
    }

    /** Returns what all answering pgpools believe of this node. */
    public static List<BackendView> views(ClusterState state, PostgresNode seen) {
        return state.pools().stream().flatMap(pool -> view(seen, pool).stream()).toList();
    }

    /** Whether the belief contradicts PostgreSQL. The role of a backend that is down does not count: pgpool keeps the old one. */
    private static boolean contradicts(ClusterState state, PostgresNode seen, BackendView view) {
        if (!seen.says().isSeen()) {
            return false;
        }
        return view.isUp() ? view.isPrimary() != seen.isPrimary() : Replication.serves(state, seen.node());
    }

    private static boolean isOfMajority(ClusterState state, PostgresNode seen, BackendView view) {
        var views = views(state, seen);
        var counts = views.stream().collect(Collectors.groupingBy(Disagreement::belief, Collectors.counting()));
        return 2 * counts.getOrDefault(belief(view), 0L) > views.size();
    }

    private static String belief(BackendView view) {
        return (view.isUp() ? "up " : view.status() + " ") + view.role();
    }
}
