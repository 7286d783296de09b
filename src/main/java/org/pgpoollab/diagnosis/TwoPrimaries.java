package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ForeignData;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PrimaryVote;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Reports several nodes that are primary: writes may go to any of them, and those of all but one will be lost. A primary that is not the
 * leading one must never be attached as it is.
 */
final class TwoPrimaries implements Check {

    /** How many signs of {@link PrimaryVote} a primary needs so that no single change makes another one the leading one. */
    private static final int SURE = 2;

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
        var undo = undo(state, primaries);
        if (undo.isEmpty()) {
            return onceHealed(state, primaries);
        }
        // An isolated node receives no writes either. After it is healed, the facts may show which primary is the true
        // one.
        return leadingForSure(state).isPresent()
                ? Remedy.each(Stream.concat(undo.stream(), Stream.of(onceHealed(state, primaries))))
                : Remedy.each(undo.stream());
    }

    private static List<Remedy> undo(ClusterState state, List<Node> primaries) {
        return primaries.stream()
                .flatMap(node -> ImposedFaults.undo(state, node).stream())
                .toList();
    }

    /** Returns what makes one primary of several once their faults are removed. */
    static Remedy onceHealed(ClusterState state, List<Node> primaries) {
        var isHealed = undo(state, primaries).isEmpty();
        var leading = isHealed ? Replication.leadingPrimary(state) : leadingForSure(state);
        return leading.map(primary -> backTo(primary, state, primaries))
                .orElseGet(() -> isHealed
                        ? primaries.stream()
                                .map(Remedy::keep)
                                .reduce(Remedy::or)
                                .orElseThrow()
                        : Remedy.of("diagnose"));
    }

    /** Returns the leading primary if the removal of a fault cannot make another one of it: standbys or pgpools would have to change sides. */
    private static Optional<Node> leadingForSure(ClusterState state) {
        return PrimaryVote.of(state)
                .winner()
                .filter(claim -> claim.signs().size() >= SURE)
                .map(PrimaryVote.Claim::node);
    }

    /**
     * Returns what makes standbys of the other primaries. Of more than two, one that has become a standby may take away what showed which is
     * the true one, so one command that names it does all.
     */
    private static Remedy backTo(Node leading, ClusterState state, List<Node> primaries) {
        if (primaries.size() > 2) {
            return Remedy.keep(leading);
        }
        return Remedy.each(primaries.stream()
                .filter(node -> !node.equals(leading))
                .map(node -> Replication.isOnLeftTimeline(state, node)
                                && ForeignData.of(state, node).isEmpty()
                        ? Remedy.rejoin(node)
                        : Remedy.reclone(node)));
    }

    private static int timeline(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::timeline).orElseThrow();
    }
}
