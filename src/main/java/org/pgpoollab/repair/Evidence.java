package org.pgpoollab.repair;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** The known facts: what nodes report, and what was found out about nodes that do not answer. */
record Evidence(ClusterState state, Map<Node, OfflineNode> offline, Map<Node, WalDivergence> divergences) {

    /** Returns the nodes that do not answer and meet this condition. */
    List<Node> silent(Predicate<OfflineNode> condition) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isUnreachable())
                .map(PostgresNode::node)
                .filter(node -> condition.test(offlineNode(node)))
                .toList();
    }

    List<Node> standbys() {
        return state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .map(PostgresNode::node)
                .toList();
    }

    OfflineNode offlineNode(Node node) {
        return offline.getOrDefault(node, OfflineNode.STOPPED_STANDBY);
    }

    /** Returns the timeline that the node reports, or that its WAL files have. */
    int timeline(Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(PostgresFacts::timeline)
                .orElseGet(() -> offlineNode(node).timeline());
    }

    /** Returns whether the node is known to have WAL that the primary does not have. */
    boolean isApart(Node node) {
        return divergences.containsKey(node) && divergences.get(node).isApart();
    }

    /** Returns whether pg_rewind can take the node back to the primary, which requires a timeline that the primary has left. */
    boolean canBeRewound(Node node, Node primary) {
        return divergences.containsKey(node)
                ? divergences.get(node).canBeRewound()
                : timeline(node) < timeline(primary);
    }

    /** Returns whether the node is starting and will soon answer. */
    boolean isStarting(Node node) {
        return state.postgres(node).says().reason().contains("starting up")
                || state.postgres(node).says().reason().contains("not yet accepting");
    }

    String inWords(Node node) {
        return StateText.of(state, node);
    }
}
