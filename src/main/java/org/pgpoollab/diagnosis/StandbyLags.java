package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** Reports a streaming standby that replays far behind the primary: queries there return old data. */
final class StandbyLags implements Check {

    /** The size of one WAL segment, in bytes. */
    static final long FAR_BEHIND = 16L * 1024 * 1024;

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .map(PostgresNode::node)
                .filter(node -> Replication.isStreaming(state, node))
                .filter(node -> Replication.lag(state, node).orElse(0) > FAR_BEHIND)
                .map(node -> finding(state, node))
                .toList();
    }

    static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    /** Formats a size: {@code 12 MB}, {@code 300 kB}. */
    static String size(long bytes) {
        return bytes >= 1024 * 1024 ? megabytes(bytes) + " MB" : Math.max(1, bytes / 1024) + " kB";
    }

    private static Finding finding(ClusterState state, Node node) {
        var megabytes = megabytes(Replication.lag(state, node).orElseThrow());
        return Finding.warning(
                        node + " is " + megabytes + " MB of WAL behind the primary",
                        "it receives WAL, but replays it more slowly, or its replay is paused",
                        ImposedFaults.undo(state, node)
                                .orElseGet(() -> Remedy.sql(node, "select pg_wal_replay_resume()")))
                .about(node);
    }
}
