package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.StateText;

/** Reports a node on which PostgreSQL answers and repmgrd does not run, or cannot be seen: the node takes no part in a failover. */
final class RepmgrdNotSeen implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isSeen())
                .flatMap(seen -> finding(state, seen))
                .toList();
    }

    private static Stream<Finding> finding(ClusterState state, PostgresNode seen) {
        var node = seen.node();
        if (seen.repmgr().isUnreachable()) {
            return Stream.of(Finding.error(
                            "repmgr cannot be seen on " + node,
                            StateText.silence(seen.repmgr(), state.at()),
                            Remedy.reconfigure().or(Remedy.logs(node)))
                    .about(node));
        }
        if (seen.repmgr().value().map(RepmgrFacts::daemonRunning).orElse(true)) {
            return Stream.of();
        }
        var consequence = seen.isPrimary()
                ? "repmgr watches it from the standbys only"
                : "it will not be promoted when the primary fails";
        return Stream.of(Finding.error("repmgrd does not run on " + node, consequence, Remedy.start(node))
                .about(node));
    }
}
