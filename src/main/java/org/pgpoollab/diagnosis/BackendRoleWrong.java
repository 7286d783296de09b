package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** A pgpool takes a backend for a primary or standby that it is not: it would send writes to the wrong place. */
final class BackendRoleWrong implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.postgres().stream()
                        .filter(seen -> seen.says().isSeen())
                        .flatMap(seen -> finding(state, seen, primary)))
                .toList();
    }

    private static Stream<Finding> finding(ClusterState state, PostgresNode seen, Node primary) {
        // a second primary counts as a standby: pgpool must not write to it
        var truth = seen.node().equals(primary) ? "primary" : "standby";
        var wrong = new BackendBeliefs(state, seen.node()).where(view -> isWrong(view, truth));
        if (wrong.isEmpty()) {
            return Stream.of();
        }
        var belief = truth.equals("primary") ? "standby" : "primary";
        return Stream.of(Finding.error(
                        StateText.list(wrong) + (wrong.size() == 1 ? " takes " : " take ") + seen.node() + " for a "
                                + belief,
                        StateText.of(state, seen.node())
                                + "; pgpool looks for the primary at a failover and when a node is attached",
                        remedy(state, seen.node(), primary))
                .about(Stream.concat(Stream.of(seen.node(), primary), wrong.stream())
                        .toList()));
    }

    /**
     * Where the leader is right, whoever differs from it begins anew. Else all look for the primary again when a backend comes or goes:
     * the primary itself if they hold it down; to attach one that they hold up changes nothing, so else it is the one that they take for it.
     */
    private static Remedy remedy(ClusterState state, Node backend, Node primary) {
        var dissenters = Dissent.from(state, backend);
        if (!dissenters.isEmpty()) {
            return Remedy.restart(dissenters);
        }
        if (!new BackendBeliefs(state, primary).holdingDown().isEmpty()) {
            return Remedy.attach(primary).or(Remedy.reconfigure());
        }
        return state.postgres().stream()
                .map(PostgresNode::node)
                .filter(node -> !node.equals(primary) && Replication.isStreaming(state, node))
                .filter(node -> !new BackendBeliefs(state, node)
                        .where(view -> isWrong(view, "standby"))
                        .isEmpty())
                .findFirst()
                .map(node ->
                        Remedy.then(Remedy.detach(node), Remedy.attach(node)).or(Remedy.reconfigure()))
                .orElseGet(Remedy::reconfigure);
    }

    private static boolean isWrong(BackendView view, String truth) {
        return view.isUp() && !view.role().equals(truth);
    }
}
