package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.topology.Node;

/** The disk that a node writes WAL to is full, and it still runs: until it needs the next segment. */
final class DiskFull implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.faults().each(Fill.class).stream()
                .filter(fault -> runs(state, fault.node()))
                .map(fault -> Finding.warning(
                                "the disk of " + fault.node() + " is full",
                                "broken on purpose: " + fault.text() + "; "
                                        + (state.postgres(fault.node()).isPrimary()
                                                ? "PostgreSQL ends when it needs a new WAL segment"
                                                : "it receives no more when it needs a new WAL segment"),
                                Remedy.heal(fault.node()))
                        .about(fault.node()))
                .toList();
    }

    /** What has come of it already has findings of its own. */
    private static boolean runs(ClusterState state, Node node) {
        return state.postgres(node).isPrimary() || Replication.isStreaming(state, node);
    }
}
