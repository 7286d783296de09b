package org.pgpoollab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.topology.Node;

/**
 * A primary that is stopped and started on purpose. Meanwhile no repmgrd may take its silence for a failure and promote another node,
 * and afterwards every pgpool has to write to it.
 *
 * @param watchers the nodes on which a repmgrd runs
 */
record PlannedPause(Node primary, List<Node> watchers) {

    PlannedPause {
        watchers = List.copyOf(watchers);
    }

    /** Empty if this node is not the one primary that others would replace. */
    static Optional<PlannedPause> ofPrimary(Node node, ClusterState state) {
        return state.primaries().equals(List.of(node)) ? of(node, state) : Optional.empty();
    }

    /** Of a node that was the primary and has no successor yet; empty if it is none. */
    static Optional<PlannedPause> ofLastPrimary(Node node, ClusterState state) {
        var comesBack = node.isPostgres()
                && state.primaries().isEmpty()
                && state.postgres(node).wouldLead();
        return comesBack ? of(node, state) : Optional.empty();
    }

    /** Whatever this node is. Empty if no other node has a repmgrd that runs. */
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

    List<Step> restart(StopMode mode, String user) {
        var steps = new ArrayList<Step>();
        steps.add(hold());
        steps.add(new StopPostgres(primary, mode));
        steps.add(new StartPostgres(primary));
        steps.add(release());
        steps.add(new AttachWhereDown(primary, user));
        steps.add(RepairPlanner.writesTo(primary));
        return steps;
    }

    /** Whether another was promoted shows only when no repmgrd can promote any more. */
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
