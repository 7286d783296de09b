package org.pgpoollab.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Reports a working primary or streaming standby that pgpools have marked down or do not know. Nodes that do not work are left out: they
 * have findings of their own, and must not be attached.
 */
final class BackendHeldDown implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        // If a standby is attached while the primary is marked down, pgpool searches for a primary in vain.
        return state.postgres().stream()
                .map(PostgresNode::node)
                .sorted(Comparator.comparing(node -> !isLeading(state, node)))
                .filter(node -> isUsable(state, node))
                .flatMap(node -> Stream.concat(heldDown(state, node), unknown(state, node)))
                .toList();
    }

    private static boolean isLeading(ClusterState state, Node node) {
        return Replication.leadingPrimary(state).filter(node::equals).isPresent();
    }

    private static boolean isUsable(ClusterState state, Node node) {
        return Replication.serves(state, node)
                && Replication.leadingPrimary(state)
                        .filter(leading -> !DivergedTimeline.hasDiverged(state, state.postgres(node), leading))
                        .isPresent();
    }

    private static Stream<Finding> heldDown(ClusterState state, Node node) {
        var beliefs = new BackendBeliefs(state, node);
        var isQuarantined = !beliefs.where(BackendView::isQuarantined).isEmpty();
        if (beliefs.holdingDown().isEmpty()) {
            return Stream.of();
        }
        var truth = state.postgres(node).isPrimary() ? "is the primary" : "streams";
        var cause = isQuarantined
                ? "a pgpool in quarantine cannot reach it, and the others did not agree"
                : "Pgpool-II keeps a detached backend down until it is attached again";
        return Stream.of(Finding.error(
                        node + " " + truth + ", but " + holders(state, beliefs.holdingDown()) + " it down",
                        beliefs.inWords() + "; " + cause,
                        remedy(state, node))
                .about(Stream.concat(Stream.of(node), beliefs.holdingDown().stream())
                        .toList()));
    }

    private static String holders(ClusterState state, List<Node> pools) {
        var asked =
                state.pools().stream().filter(pool -> pool.backends().isSeen()).count();
        return pools.size() == asked
                ? "pgpool holds"
                : StateText.list(pools) + (pools.size() == 1 ? " holds" : " hold");
    }

    /** Returns an attach, or a restart of the pgpools that differ from the leader: a leader that is right has no change to pass on. */
    private static Remedy remedy(ClusterState state, Node node) {
        var dissenters = Dissent.from(state, node);
        var taken = dissenters.isEmpty() ? Remedy.attach(node) : Remedy.restart(dissenters);
        return ImposedFaults.undo(state, node)
                .map(undo -> Remedy.then(undo, taken))
                .orElse(taken);
    }

    private static Stream<Finding> unknown(ClusterState state, Node node) {
        var strangers = new BackendBeliefs(state, node).withoutRow();
        if (strangers.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(Finding.error(
                node + " is no backend of " + StateText.list(strangers),
                "its pgpool.conf has no such backend",
                Remedy.then(Remedy.rewriteFiles(), Remedy.restart(strangers))));
    }
}
