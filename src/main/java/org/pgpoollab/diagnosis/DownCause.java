package org.pgpoollab.diagnosis;

import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ForeignData;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.NodeFiles.Rewind;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StandbyLimits;
import org.pgpoollab.topology.Node;

/**
 * Finds in a PostgreSQL node's files why it does not run and would not start, or why it runs and cannot belong to the lab.
 *
 * @param why a clause
 * @param remedy what brings it back
 */
record DownCause(String why, Remedy remedy) {

    /** Returns the cause; empty if nothing is known that would keep it from starting. */
    static Optional<DownCause> of(ClusterState state, Node node) {
        return state.postgres(node)
                .files()
                .value()
                .filter(files -> !files.runs()
                        || files.stops()
                        || ForeignData.of(state, node).isPresent())
                .flatMap(files -> of(state, node, files));
    }

    private static Optional<DownCause> of(ClusterState state, Node node, NodeFiles files) {
        if (files.stops()) {
            return Optional.of(new DownCause(
                    "it was asked to shut down, and goes on running until its sessions have ended",
                    new SilentNodeRemedy(state, node).ofStopping()));
        }
        var isLed = Replication.leadingPrimary(state).isPresent();
        var anew = isLed ? Remedy.reclone(node) : Remedy.reconfigure();
        if (files.isWithoutData()) {
            return Optional.of(new DownCause("its data directory is empty or incomplete", anew));
        }
        var foreign = ForeignData.of(state, node);
        if (foreign.isPresent()) {
            return Optional.of(new DownCause(
                    "its data is that of another cluster, with the system identifier " + foreign.get(), anew));
        }
        if (files.rewind() != Rewind.NONE) {
            return Optional.of(new DownCause(
                    "a rewind of its data was started and not completed",
                    !isLed
                            ? Remedy.reconfigure()
                            : files.rewind() == Rewind.CAN_BE_DONE_AGAIN ? Remedy.rejoin(node) : Remedy.reclone(node)));
        }
        if (files.isOpenToOthers()) {
            return Optional.of(new DownCause(
                    "its data directory has mode " + files.mode() + ", which PostgreSQL refuses",
                    Remedy.then(Remedy.of("exec " + node + " -- chmod 700 /run/lab/data"), back(state, node))));
        }
        if (files.fatal().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DownCause("its log ends with: " + files.fatal(), afterFatal(state, node, files)));
    }

    private static Remedy afterFatal(ClusterState state, Node node, NodeFiles files) {
        var lines = Stream.concat(
                        StandbyLimits.lacking(files.fatal()).entrySet().stream()
                                .map(limit -> "sh -c \"" + StandbyLimits.line(limit.getKey(), limit.getValue()) + "\""),
                        Stream.of(files.culprit())
                                .filter(setting -> !setting.isEmpty())
                                .map(setting -> "sed -i /^" + setting + "/d /run/lab/data/postgresql.auto.conf"))
                .findFirst();
        return lines.map(line -> Remedy.then(Remedy.of("exec " + node + " -- " + line), back(state, node)))
                .orElseGet(() -> back(state, node));
    }

    private static Remedy back(ClusterState state, Node node) {
        return new SilentNodeRemedy(state, node).remedy();
    }
}
