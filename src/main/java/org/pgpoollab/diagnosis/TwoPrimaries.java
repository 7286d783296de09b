package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ForeignData;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Reports several nodes that are primary: writes may go to any of them, and those of all but one will be lost. A primary that is not the
 * leading one must never be attached as it is.
 */
final class TwoPrimaries implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var primaries = state.primaries();
        if (primaries.size() < 2) {
            return List.of();
        }
        var timelines = primaries.stream()
                .map(node -> node + " writes on timeline " + timeline(state, node))
                .collect(Collectors.joining(", "));
        return List.of(Finding.error(
                        StateText.list(primaries) + " each say that they are primary: split brain",
                        timelines + "; what was written on one of them is not on the other",
                        remedy(state, primaries))
                .about(primaries.stream()
                        .filter(node -> Replication.leadingPrimary(state)
                                .filter(node::equals)
                                .isEmpty())
                        .toList()));
    }

    private static Remedy remedy(ClusterState state, List<Node> primaries) {
        var leading = Replication.leadingPrimary(state);
        var undo = primaries.stream()
                .flatMap(node -> ImposedFaults.undo(state, node).stream())
                .toList();
        if (leading.isEmpty()) {
            // An isolated node receives no writes either. After it is healed, the facts may show which primary is the
            // true one.
            return undo.isEmpty()
                    ? primaries.stream().map(Remedy::keep).reduce(Remedy::or).orElseThrow()
                    : Remedy.each(undo.stream());
        }
        var returns = primaries.stream()
                .filter(node -> !node.equals(leading.get()))
                .map(node -> Replication.isOnLeftTimeline(state, node)
                                && ForeignData.of(state, node).isEmpty()
                        ? Remedy.rejoin(node)
                        : Remedy.reclone(node));
        // A node that cannot reach the other one can neither be rewound nor copied.
        return Remedy.each(Stream.concat(undo.stream(), returns));
    }

    private static int timeline(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::timeline).orElseThrow();
    }
}
