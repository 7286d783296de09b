package org.pgpoollab.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Promotion;
import org.pgpoollab.topology.Node;

/** Describes what happens after servers were stopped, and how to start them again. */
final class StopAdvice {

    private StopAdvice() {}

    /** @param state the snapshot before they were stopped */
    static String of(List<Node> nodes, ClusterState state) {
        var primary = nodes.stream()
                .filter(node -> PlannedPause.ofPrimary(node, state).isPresent())
                .findFirst();
        if (primary.isPresent() && leavesNobody(nodes, state)) {
            return "no other node is left that could take over; bring them back: start "
                    + nodes.stream().map(Node::name).collect(Collectors.joining(" "));
        }
        if (primary.isPresent()) {
            return new Promotion(state, nodes)
                    .obstacle()
                    .map(obstacle ->
                            "no other node takes over: " + obstacle.why() + "; bring it back: start " + primary.get())
                    .orElseGet(() -> "another node takes over; when it is primary, bring this one back: rejoin "
                            + primary.get() + "; to stop it for a moment only, without a failover: restart "
                            + primary.get());
        }
        return ofOthers(nodes);
    }

    private static boolean leavesNobody(List<Node> nodes, ClusterState state) {
        return state.postgres().stream()
                .filter(ClusterState.PostgresNode::isStandby)
                .allMatch(seen -> nodes.contains(seen.node()));
    }

    private static String ofOthers(List<Node> nodes) {
        return nodes.stream()
                .filter(Node::isPostgres)
                .findFirst()
                .map(node -> "Pgpool-II will hold " + node + " down, also after it is back: start " + node + "; attach "
                        + node)
                .orElse("");
    }
}
