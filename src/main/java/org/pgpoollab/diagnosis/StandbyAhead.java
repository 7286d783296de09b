package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/**
 * Reports a streaming standby that has replayed more than its upstream ever wrote: its data is no copy of the primary's, and must not be
 * used.
 */
final class StandbyAhead implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .map(PostgresNode::node)
                .flatMap(node -> Replication.ahead(state, node).map(why -> finding(node, why)).stream())
                .toList();
    }

    private static Finding finding(Node node, String why) {
        return Finding.error(
                        node + " is ahead of its primary, so it is no copy of it",
                        why + "; the primary's next WAL does not fit its data",
                        Remedy.reclone(node))
                .about(node);
    }
}
