package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** A standby has less of something than the primary: it stops replaying, and does not start again. */
final class LimitsBelowPrimary implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .map(ClusterState.PostgresNode::node)
                .filter(node -> isBelow(state, node))
                .map(node -> finding(state, node))
                .toList();
    }

    static boolean isBelow(ClusterState state, Node node) {
        return !below(state, node).isEmpty();
    }

    private static List<String> below(ClusterState state, Node node) {
        var primary = Replication.leadingPrimary(state).filter(leading -> !leading.equals(node));
        var most = primary.map(leading -> limits(state, leading)).orElse(Map.of());
        return limits(state, node).entrySet().stream()
                .filter(limit -> limit.getValue() < most.getOrDefault(limit.getKey(), 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Integer> limits(ClusterState state, Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(facts -> facts.server().limits())
                .orElse(Map.of());
    }

    private static Finding finding(ClusterState state, Node node) {
        var primary = Replication.leadingPrimary(state).orElseThrow();
        var below = below(state, node);
        var paused = ReplayPaused.isPaused(state, node) ? "replay is paused for that; " : "";
        return Finding.error(
                        below.stream()
                                .map(name -> name + " of " + node + " is "
                                        + limits(state, node).get(name) + ", lower than "
                                        + limits(state, primary).get(name) + " on " + primary)
                                .collect(Collectors.joining("; ")),
                        paused + "a standby that has less than its primary stops to replay, and does not start again",
                        Remedy.then(
                                Remedy.each(below.stream()
                                        .map(name -> Remedy.sql(
                                                node,
                                                "alter system set " + name + " = "
                                                        + limits(state, primary).get(name)))),
                                Remedy.restart(node)))
                .about(node);
    }
}
