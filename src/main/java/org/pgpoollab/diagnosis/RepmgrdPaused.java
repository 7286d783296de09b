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
        // About no node: no fault of a node is the cause.
        return List.of(Finding.error(
                "repmgrd is paused on " + StateText.list(paused),
                "it watches, and does not promote when the primary fails",
                remedy(state, paused)));
    }

    /** The command connects to every node. */
    private static Remedy remedy(ClusterState state, List<Node> paused) {
        var remedy = Remedy.unpause(paused.get(0));
        var separated = NetworkSeparation.undo(state, paused);
        return separated.isEmpty() ? remedy : remedy.after(separated);
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
