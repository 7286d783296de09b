package org.pgpoollab.cluster;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.topology.Node;

/**
 * Pgpools that hold a backend otherwise than their watchdog's leader, who holds it as what it is. To attach it changes nothing there:
 * the leader has nothing to pass on, and a standby of the watchdog takes the leader's word only when it begins anew. Who was made to
 * believe it on purpose is left out.
 */
public final class Dissent {

    private Dissent() {}

    /** Empty also while there is no leader, or more than one. */
    public static List<Node> from(ClusterState state, Node backend) {
        var leaders = state.leaders();
        if (leaders.size() != 1 || !isRight(state, state.pool(leaders.get(0)), backend)) {
            return List.of();
        }
        return state.pools().stream()
                .filter(pool -> pool.backends().isSeen() && !isRight(state, pool, backend))
                .map(PoolNode::node)
                .filter(pool -> !state.faults().has(new Lie(pool, backend)))
                .toList();
    }

    /** Whether a pgpool that was asked sends a backend what it is fit for. */
    public static boolean isRight(ClusterState state, PoolNode pool, Node backend) {
        var role = state.postgres(backend).isPrimary() ? "primary" : "standby";
        return pool.backends().value().flatMap(views -> row(views, backend)).stream()
                .anyMatch(view -> view.isUp() && view.role().equals(role));
    }

    private static Optional<BackendView> row(List<BackendView> views, Node backend) {
        return views.stream().filter(view -> view.backend() == backend.index()).findFirst();
    }
}
