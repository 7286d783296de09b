package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports a pgpool that has the wrong role for a backend: it would send writes to the wrong node. */
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
        // A second primary counts as a standby: pgpool must not write to it.
        var truth = ReplicationRole.of(seen.node().equals(primary));
        var wrong = new BackendBeliefs(state, seen.node()).where(view -> isWrong(view, truth));
        if (wrong.isEmpty()) {
            return Stream.of();
        }
        var belief = ReplicationRole.of(truth != ReplicationRole.PRIMARY);
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
     * Returns a restart of the pgpools that differ from the leader, if the leader is right. Otherwise all must search for the primary
     * again, which they do when a backend is attached or detached: the primary is attached if they have marked it down. Attaching a backend
     * that is up has no effect, so else the backend that they take for the primary is detached and attached.
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
                        .where(view -> isWrong(view, ReplicationRole.STANDBY))
                        .isEmpty())
                .findFirst()
                .map(node ->
                        Remedy.then(Remedy.detach(node), Remedy.attach(node)).or(Remedy.reconfigure()))
                .orElseGet(Remedy::reconfigure);
    }

    private static boolean isWrong(BackendView view, ReplicationRole truth) {
        return view.isUp() && view.role() != truth;
    }
}
