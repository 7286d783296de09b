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
 * Whether a pgpool's belief of a backend is to be marked {@code !}. What PostgreSQL says of itself decides where it says enough;
 * where it does not, the majority of the pgpools does, and without a majority all are marked.
 */
public final class Disagreement {

    private Disagreement() {}

    public static boolean of(ClusterState state, PostgresNode seen, BackendView view) {
        if (seen.says().isUnreachable()) {
            return view.isUp();
        }
        return contradicts(state, seen, view) || !isOfMajority(state, seen, view);
    }

    /** The row that this pgpool has of this node. */
    public static Optional<BackendView> view(PostgresNode seen, PoolNode pool) {
        return pool.backends().value().orElse(List.of()).stream()
                .filter(view -> view.node().equals(seen.node().name()))
                .findFirst();
    }

    /** What all pgpools that answer believe of this node. */
    public static List<BackendView> views(ClusterState state, PostgresNode seen) {
        return state.pools().stream().flatMap(pool -> view(seen, pool).stream()).toList();
    }

    /** A pgpool keeps a role for what it holds down; that is no contradiction. */
    private static boolean contradicts(ClusterState state, PostgresNode seen, BackendView view) {
        if (!seen.says().isSeen()) {
            return false;
        }
        return view.isUp() ? view.role().equals("primary") != seen.isPrimary() : serves(state, seen);
    }

    /** Whether it is the primary that the lab goes by, or streams: a pgpool has no reason to hold it down. */
    public static boolean serves(ClusterState state, PostgresNode seen) {
        var node = seen.node();
        return Replication.leadingPrimary(state).filter(node::equals).isPresent()
                || Replication.isStreaming(state, node);
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
