package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.topology.Node;

/** Looks again, before a node is started whose data is a primary's, whether another node has become primary meanwhile. */
record RefuseSecondPrimary(Node node) implements Step {

    @Override
    public String title() {
        return "see that no other node was promoted";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var state = context.observer().glance();
        RoleConflict.seen(state, context).refuseBesideLiving(node);
    }
}
