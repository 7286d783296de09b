package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports that repmgrd was paused by {@code repmgr service pause}: it keeps monitoring, and promotes no node. */
final class RepmgrdPaused implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var paused = nodes(state);
        if (paused.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.error(
                        "repmgrd is paused on " + StateText.list(paused),
                        "it watches, and does not promote when the primary fails",
                        Remedy.unpause(paused.get(0)))
                .about(paused));
    }

    static List<Node> nodes(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.repmgr()
                        .value()
                        .filter(RepmgrFacts::isDaemonPaused)
                        .isPresent())
                .map(PostgresNode::node)
                .toList();
    }
}
