package org.pgpoollab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopPostgres;
import org.pgpoollab.plan.wal.RefuseSecondPrimary;
import org.pgpoollab.topology.Node;

/**
 * A planned stop and start of a primary. During it no repmgrd may treat the primary's silence as a failure and promote another node;
 * afterwards every pgpool has to write to the primary again.
 *
 * @param watchers the nodes on which a repmgrd runs
 */
record PlannedPause(Node primary, List<Node> watchers) {

    PlannedPause {
        watchers = List.copyOf(watchers);
    }

    /** Returns the pause for a running primary; empty if this node is not the only primary, or no other node could replace it. */
    static Optional<PlannedPause> ofPrimary(Node node, ClusterState state) {
        return state.primaries().equals(List.of(node)) ? of(node, state) : Optional.empty();
    }

    /** Returns the pause for a node that was primary and has no successor yet; empty for any other node. */
    static Optional<PlannedPause> ofLastPrimary(Node node, ClusterState state) {
        var comesBack = node.isPostgres()
                && state.primaries().isEmpty()
                && state.postgres(node).wouldLead();
        return comesBack ? of(node, state) : Optional.empty();
    }

    /** Returns the pause for any node, whatever its role; empty if no other node has a running repmgrd. */
    static Optional<PlannedPause> of(Node node, ClusterState state) {
        var watchers = state.postgres().stream()
                .filter(seen ->
                        seen.repmgr().value().filter(RepmgrFacts::daemonRunning).isPresent())
                .map(PostgresNode::node)
                .toList();
        return watchers.stream().allMatch(node::equals)
                ? Optional.empty()
                : Optional.of(new PlannedPause(node, watchers));
    }

    List<Step> restart(StopPostgres stop, String user) {
        var steps = new ArrayList<Step>();
        steps.add(hold());
        steps.add(stop);
        steps.add(new StartPostgres(primary));
        steps.add(release());
        steps.add(new AttachWhereDown(primary, user));
        steps.add(RepairPlanner.writesTo(primary));
        return steps;
    }

    /** Returns the steps of the start. Only after all repmgrds are paused is it certain whether another node was promoted. */
    List<Step> start() {
        return List.of(hold(), new RefuseSecondPrimary(primary), new StartPostgres(primary));
    }

    Step hold() {
        return RepairPlanner.daemonsOff(watchers);
    }

    Step release() {
        return RepairPlanner.daemonsOn(watchers);
    }
}
