package org.pgpoollab.load;

import java.util.List;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** Decides whether the lab is redundant: whether it would survive the loss of another node. */
final class Redundancy {

    private Redundancy() {}

    /**
     * Returns whether every PostgreSQL node that answers (at least two, if the lab has as many) is the one primary or streams from it, and
     * is up in every pgpool that answers, and each of these pgpools writes to that primary.
     */
    static boolean isThere(ClusterState state) {
        var answering = state.postgres().stream()
                .filter(node -> node.says().isSeen())
                .map(ClusterState.PostgresNode::node)
                .toList();
        if (state.primaries().size() != 1
                || answering.size() < Math.min(2, state.lab().postgresCount())) {
            return false;
        }
        var primary = state.primaries().get(0);
        return answering.stream().allMatch(node -> node.equals(primary) || follows(state, node, primary))
                && areThere(state, primary, answering);
    }

    private static boolean follows(ClusterState state, Node node, Node primary) {
        return Replication.isStreaming(state, node)
                && state.postgres(node)
                        .says()
                        .value()
                        .map(PostgresFacts::upstream)
                        .filter(primary.name()::equals)
                        .isPresent();
    }

    private static boolean areThere(ClusterState state, Node primary, List<Node> answering) {
        var beliefs = state.pools().stream()
                .flatMap(pool -> pool.backends().value().stream())
                .toList();
        return !beliefs.isEmpty() && beliefs.stream().allMatch(views -> holdsUp(views, primary, answering));
    }

    private static boolean holdsUp(List<BackendView> views, Node primary, List<Node> answering) {
        return answering.stream()
                .allMatch(node -> views.stream()
                        .anyMatch(view -> view.node().equals(node.name())
                                && view.isUp()
                                && view.isPrimary() == node.equals(primary)));
    }
}
