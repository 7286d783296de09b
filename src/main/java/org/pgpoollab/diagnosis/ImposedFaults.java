package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.Fault.Program;
import org.pgpoollab.topology.Node;

/** What was broken on purpose comes before any other cause: undoing it is the remedy. */
public final class ImposedFaults {

    private static final String CAUSE = "broken on purpose: ";

    private ImposedFaults() {}

    /** Whether the server that answers queries on this node stands still. */
    static boolean isFrozen(ClusterState state, Node node) {
        var server = node.isPgpool() ? Program.PGPOOL : Program.POSTGRES;
        var faults = state.faults();
        return faults.has(new Pause(node)) || faults.has(new PauseServer(node, server));
    }

    /** The command that undoes what was done to a node; empty if nothing was, or only its power is off. */
    static Optional<Remedy> undo(ClusterState state, Node node) {
        if (isFrozen(state, node)) {
            return Optional.of(Remedy.resume(node));
        }
        return faults(state, node).findFirst().map(fault -> Remedy.heal(node));
    }

    /** The same of the first of several of which something is broken. */
    static Optional<Remedy> undo(ClusterState state, List<Node> nodes) {
        return nodes.stream().flatMap(node -> undo(state, node).stream()).findFirst();
    }

    /** {@code broken on purpose: fill pg-1}; empty if it is not. */
    static String cause(ClusterState state, Node node) {
        return faults(state, node)
                .findFirst()
                .map(fault -> CAUSE + fault.text())
                .orElse("");
    }

    /** The same finding; it says what was done on purpose to the nodes that it is about, unless it does already. */
    static Finding named(ClusterState state, Finding finding) {
        return finding.problem().why().contains(CAUSE)
                ? finding
                : finding.about().stream()
                        .map(node -> cause(state, node))
                        .filter(cause -> !cause.isEmpty())
                        .findFirst()
                        .map(finding::explained)
                        .orElse(finding);
    }

    /** What was done to a node on purpose and keeps it from being repaired; empty if nothing was. */
    public static Optional<Problem> inTheWay(ClusterState state, Node node) {
        return problem(state, node, ImposedFaults::isInTheWay);
    }

    /** That nothing reaches a node, because it was isolated; empty if it was not. */
    public static Optional<Problem> outOfReach(ClusterState state, Node node) {
        return problem(state, node, Isolate.class::isInstance);
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

    private static boolean isInTheWay(Fault fault) {
        return fault instanceof Fill
                || fault instanceof Isolate
                || fault instanceof Cut
                || fault instanceof Pause
                || fault instanceof PauseServer;
    }

    private static Stream<Fault> faults(ClusterState state, Node node) {
        return state.faults().has(new Off(node))
                ? Stream.empty()
                : state.faults().touching(node).all().stream().filter(fault -> !(fault instanceof Off));
    }
}
