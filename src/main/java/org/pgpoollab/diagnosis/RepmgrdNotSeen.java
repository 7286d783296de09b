package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.StateText;

/** Reports a node on which PostgreSQL answers and repmgrd does not run, or cannot be seen: the node takes no part in a failover. */
final class RepmgrdNotSeen implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var answering =
                state.postgres().stream().filter(seen -> seen.says().isSeen()).toList();
        var unseen =
                answering.stream().filter(seen -> seen.repmgr().isUnreachable()).map(seen -> unseen(state, seen));
        var stopped = answering.stream()
                .filter(seen -> seen.repmgr()
                        .value()
                        .filter(facts -> !facts.daemonRunning())
                        .isPresent())
                .toList();
        return Stream.concat(unseen, stopped.isEmpty() ? Stream.of() : Stream.of(stopped(stopped)))
                .toList();
    }

    private static Finding unseen(ClusterState state, PostgresNode seen) {
        return Finding.error(
                        "repmgr cannot be seen on " + seen.node(),
                        StateText.silence(seen.repmgr(), state.at()),
                        Remedy.reconfigure().or(Remedy.logs(seen.node())))
                .about(seen.node());
    }

    /** Returns one finding for all nodes, because one command starts all of their daemons. */
    private static Finding stopped(List<PostgresNode> seen) {
        var nodes = seen.stream().map(PostgresNode::node).toList();
        var standbys = seen.stream().filter(node -> !node.isPrimary()).map(PostgresNode::node);
        var consequences = Stream.concat(
                seen.stream()
                        .filter(PostgresNode::isPrimary)
                        .map(primary -> "repmgr watches " + primary.node() + " from the standbys only"),
                standbys.map(standby -> standby + " will not be promoted when the primary fails"));
        return Finding.error(
                        "repmgrd does not run on " + StateText.list(nodes),
                        consequences.collect(Collectors.joining("; ")),
                        Remedy.start(nodes))
                .about(nodes);
    }
}
