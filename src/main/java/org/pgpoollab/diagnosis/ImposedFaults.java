package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Relates findings to imposed faults. A fault comes before any other cause, and its removal is the remedy. */
public final class ImposedFaults {

    private static final String CAUSE = "broken on purpose: ";

    /** What is seen of a frozen server, for one that nobody is told of. */
    private static final String STOPPED = "its process is stopped by a signal, says the kernel";

    private ImposedFaults() {}

    /** Returns whether the server that answers queries on this node is frozen. */
    static boolean isFrozen(ClusterState state, Node node) {
        var server = node.isPgpool() ? Server.PGPOOL : Server.POSTGRES;
        return state.faults().freezes(node, server);
    }

    /**
     * Returns the command that removes all faults of a node; empty if it has none, or if only its power is off. A node that is only frozen
     * is resumed.
     */
    static Optional<Remedy> undo(ClusterState state, Node node) {
        var faults = faults(state, node).toList();
        if (isFrozen(state, node) && faults.stream().allMatch(fault -> fault.has(FaultKind.Trait.FREEZES))) {
            return Optional.of(Remedy.resume(node));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(Remedy.heal(node));
    }

    /** Returns the command for the first of these nodes that has a fault. */
    static Optional<Remedy> undo(ClusterState state, List<Node> nodes) {
        return nodes.stream().flatMap(node -> undo(state, node).stream()).findFirst();
    }

    /**
     * Describes a node's faults: {@code broken on purpose: fill pg-1, lag pg-1}. Of one that is hidden it says what is seen on the node.
     * Empty if there is nothing to say.
     */
    static String cause(ClusterState state, Node node) {
        var told = cause(state, List.of(node));
        return told.isEmpty() && isFrozen(state, node) ? STOPPED : told;
    }

    private static String cause(ClusterState state, List<Node> nodes) {
        var texts = nodes.stream()
                .flatMap(node -> faults(state, node))
                .map(Fault::text)
                .distinct()
                .toList();
        return texts.isEmpty() ? "" : CAUSE + String.join(", ", texts) + held(state, nodes);
    }

    /** Returns who made faults that this program did not: {@code  (its container is paused: …)}; empty if nobody did. */
    private static String held(ClusterState state, List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> state.context().trouble(node, HostTrouble.Kind.HELD).stream())
                .map(trouble -> " (" + trouble.why() + ")")
                .findFirst()
                .orElse("");
    }

    /** Returns the finding with the faults of the nodes that it is about, unless it names them already. */
    static Finding named(ClusterState state, Finding finding) {
        var cause = cause(state, finding.about());
        return cause.isEmpty() || finding.problem().why().contains(CAUSE) ? finding : finding.explained(cause);
    }

    /** Returns the active faults that no finding names and that are not about a node with a finding because it is off. */
    public static List<Fault> unnamed(ClusterState state, List<Finding> findings) {
        return state.faults().all().stream()
                .filter(fault -> findings.stream().noneMatch(finding -> tells(finding, fault)))
                .toList();
    }

    private static boolean tells(Finding finding, Fault fault) {
        return fault instanceof Off off
                ? finding.about().contains(off.node())
                : finding.problem().why().contains(fault.text());
    }

    /** Returns the fault of a node that keeps it from being repaired; empty if there is none. */
    public static Optional<Problem> inTheWay(ClusterState state, Node node) {
        return disconnected(state, node)
                .or(() -> problem(state, node, fault -> fault.has(FaultKind.Trait.BLOCKS_REPAIR)));
    }

    /** Returns the problem that no packets reach a node because it was isolated; empty if it was not. */
    public static Optional<Problem> outOfReach(ClusterState state, Node node) {
        return disconnected(state, node).or(() -> problem(state, node, Isolate.class::isInstance));
    }

    private static Optional<Problem> disconnected(ClusterState state, Node node) {
        var why = HostDisconnected.why(state, node);
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        HostDisconnected.what(node),
                        why,
                        HostDisconnected.remedy(state, node).text()));
    }

    private static Optional<Problem> problem(ClusterState state, Node node, Predicate<Fault> condition) {
        return faults(state, node)
                .filter(condition)
                .findFirst()
                .map(fault -> new Problem(
                        node + " is broken on purpose: " + fault.text(),
                        "it can hardly be repaired before that is undone",
                        undo(state, node).orElseThrow().text()));
    }

    /** Returns the faults of a node. A cut is one of the nodes that it cuts off, and not of all the others. */
    private static Stream<Fault> faults(ClusterState state, Node node) {
        return state.faults().has(new Off(node))
                ? Stream.empty()
                : state.faults().touching(node).all().stream()
                        .filter(fault -> !(fault instanceof Off))
                        .filter(fault -> !(fault instanceof Cut cut) || cut.cutsOff(node));
    }
}
