package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.topology.Node;

/**
 * Reports that the disk of the lab or of one node is full while its servers still run, which they do until they need a new WAL segment.
 */
final class DiskFull implements Check {

    private static final long MEGABYTE = 1 << 20;
    private static final long NONE = MEGABYTE;

    /** The size of two WAL segments. */
    private static final long LITTLE = 32 * MEGABYTE;

    @Override
    public List<Finding> findings(ClusterState state) {
        return Stream.of(ofLab(state), imposed(state), ofNodes(state))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> ofLab(ClusterState state) {
        var room = state.context().room();
        if (room >= LITTLE) {
            return Stream.of();
        }
        var consequence = "PostgreSQL ends when it needs a new WAL segment; make room, or end other labs: list";
        return Stream.of(
                room < NONE
                        ? Finding.error(
                                "the disk of the lab's files is full",
                                "writes fail that need more room, and " + consequence,
                                Remedy.none())
                        : Finding.warning(
                                "the disk of the lab's files is nearly full: " + room / MEGABYTE + " MB left",
                                consequence,
                                Remedy.none()));
    }

    private static Stream<Finding> imposed(ClusterState state) {
        return state.faults().each(Fill.class).stream()
                .filter(fault -> runs(state, fault.node()))
                .map(fault -> Finding.warning(
                                "the disk of " + fault.node() + " is full",
                                "broken on purpose: " + fault.text() + "; " + consequence(state, fault.node()),
                                Remedy.heal(fault.node()))
                        .about(fault.node()));
    }

    /** Finds nodes with a disk of their own, apart from that of the lab's files, which is full though nobody has filled it on purpose. */
    private static Stream<Finding> ofNodes(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> room(seen) < LITTLE && state.context().room() >= LITTLE)
                .filter(seen -> !state.faults().has(new Fill(seen.node())))
                .map(seen -> Finding.warning(
                                "the disk of " + seen.node() + " is "
                                        + (room(seen) < NONE
                                                ? "full"
                                                : "nearly full: " + room(seen) / MEGABYTE + " MB left"),
                                "something is mounted on its data or WAL that has no more room: remove files there, or unmount it; "
                                        + consequence(state, seen.node()),
                                Remedy.of("exec " + seen.node() + " -- df -h /run/lab/data /run/lab/data/pg_wal"))
                        .about(seen.node()));
    }

    private static long room(PostgresNode seen) {
        return seen.files().value().map(NodeFiles::room).orElse(ObservationContext.ENOUGH);
    }

    private static String consequence(ClusterState state, Node node) {
        return state.postgres(node).isPrimary()
                ? "PostgreSQL ends when it needs a new WAL segment"
                : "it receives no more when it needs a new WAL segment";
    }

    /** Returns whether the node's server still runs: if not, it has a finding of its own. */
    private static boolean runs(ClusterState state, Node node) {
        return state.postgres(node).isPrimary() || Replication.isStreaming(state, node);
    }
}
