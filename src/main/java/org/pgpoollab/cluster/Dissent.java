package org.pgpoollab.cluster;

import java.util.List;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.topology.Node;

/**
 * Finds pgpools whose view of a backend differs from that of their watchdog's leader, while the leader's view is right. An attach does not
 * help there: the leader has no change to pass on, and the other pgpools adopt the leader's view only at a restart. A pgpool whose view was
 * faked by a fault is left out.
 */
public final class Dissent {

    private Dissent() {}

    /** Returns these pgpools; empty also if there is no leader, or more than one. */
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

    /** Returns whether there is one. After a failover there is for a moment, until the leader has passed its view on. */
    public static boolean isAnywhere(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isSeen())
                .anyMatch(seen -> !from(state, seen.node()).isEmpty());
    }

    /** Returns whether a pgpool that was probed has the backend up with its true role. */
    public static boolean isRight(ClusterState state, PoolNode pool, Node backend) {
        var role = ReplicationRole.of(state.postgres(backend).isPrimary());
        return pool.belief(backend)
                .filter(view -> view.isUp() && view.role() == role)
                .isPresent();
    }
}
