package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StandbyLimits;
import org.pgpoollab.topology.Node;

/** Reports a standby with a lower setting than the primary's: it stops replaying, and does not start again. */
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
        return !StandbyLimits.lacking(state, node).isEmpty();
    }

    private static Finding finding(ClusterState state, Node node) {
        var primary = Replication.leadingPrimary(state).orElseThrow();
        var lacking = StandbyLimits.lacking(state, node);
        var here = StandbyLimits.of(state, node);
        var paused = ReplayPaused.isPaused(state, node) ? "replay is paused for that; " : "";
        return Finding.error(
                        lacking.entrySet().stream()
                                .map(limit -> limit.getKey() + " of " + node + " is " + here.get(limit.getKey())
                                        + ", lower than " + limit.getValue() + " on " + primary)
                                .collect(Collectors.joining("; ")),
                        paused
                                + "a standby with a lower value than its primary pauses its replay, and cannot be started again",
                        Remedy.then(
                                Remedy.each(lacking.entrySet().stream()
                                        .map(limit -> Remedy.sql(
                                                node,
                                                "alter system set " + limit.getKey() + " = " + limit.getValue()))),
                                Remedy.restart(node)))
                .about(node);
    }
}
