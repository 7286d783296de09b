package org.pgpoollab.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.topology.Node;

/** Finds imposed network faults between nodes that a repair connects: the repair fails while they last, so they are removed first. */
final class NetworkSeparation {

    private static final Set<String> NEED_A_NETWORK = Set.of("follow", "rejoin", "reclone", "reconfigure", "attach");

    private NetworkSeparation() {}

    /** Returns the finding with a remedy that first lets its nodes and the primary reach each other. */
    static Finding undoneFirst(ClusterState state, Finding finding) {
        if (!needsNetwork(finding.remedy())) {
            return finding;
        }
        var needed = Stream.concat(finding.about().stream(), Replication.leadingPrimary(state).stream());
        var undo = new ArrayList<>(undo(state, needed.distinct().toList()));
        if (verbs(finding.remedy()).contains("reconfigure")) {
            elsewhere(state).filter(command -> !undo.contains(command)).forEach(undo::add);
        }
        return undo.isEmpty() ? finding : finding.remedied(finding.remedy().after(undo));
    }

    /** Returns whether a remedy needs the network. A remedy that contains a heal removes the faults already. */
    private static boolean needsNetwork(Remedy remedy) {
        var verbs = verbs(remedy);
        return verbs.stream().anyMatch(NEED_A_NETWORK::contains) && !verbs.contains("heal");
    }

    private static List<String> verbs(Remedy remedy) {
        return remedy.commands().stream()
                .map(command -> command.split(" ", 2)[0])
                .toList();
    }

    /**
     * Returns the commands that a reconfiguration needs in addition. It repairs every node, and fails on isolated nodes and frozen pgpools.
     */
    private static Stream<String> elsewhere(ClusterState state) {
        return state.lab().nodes().stream()
                .filter(node -> state.faults().has(new Isolate(node))
                        || (node.isPgpool() && ImposedFaults.isFrozen(state, node)))
                .flatMap(node -> ImposedFaults.undo(state, node).stream())
                .flatMap(undo -> undo.commands().stream());
    }

    /** Returns the commands that remove what separates any of these nodes from the others; empty if nothing does. */
    static List<String> undo(ClusterState state, List<Node> nodes) {
        var undo = new ArrayList<String>();
        nodes.stream()
                .filter(node ->
                        state.faults().touching(node).all().stream().anyMatch(fault -> fault.separates(node, nodes)))
                .filter(node -> nodes.size() > 1)
                .forEach(node -> undo.addAll(Remedy.heal(node).commands()));
        return undo;
    }
}
