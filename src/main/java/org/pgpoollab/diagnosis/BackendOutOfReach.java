package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports a PostgreSQL node that answers the lab, and not a pgpool that has just queried it: the network between these two is broken. */
final class BackendOutOfReach implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isSeen())
                .map(PostgresNode::node)
                .flatMap(node -> finding(state, node))
                .toList();
    }

    private static Stream<Finding> finding(ClusterState state, Node node) {
        var cutOff = new BackendBeliefs(state, node)
                .where(view -> view.isUp() && view.pgStatus().equals("down"));
        if (cutOff.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(Finding.warning(
                        StateText.list(cutOff) + " cannot reach " + node,
                        node
                                + " answers this program, and the pgpool holds it up: the network between the two, or the login, fails",
                        remedy(state, node, cutOff))
                .about(Stream.concat(Stream.of(node), cutOff.stream()).toList()));
    }

    private static Remedy remedy(ClusterState state, Node node, List<Node> cutOff) {
        return ImposedFaults.undo(state, node)
                .or(() -> ImposedFaults.undo(state, cutOff))
                .orElseGet(() -> Remedy.logs(cutOff.get(0)));
    }
}
