package org.pgpoollab.plan.wal;

import java.util.List;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/** Checks, before a node with a primary's data is started, whether another node has become primary meanwhile. */
public record RefuseSecondPrimary(Node node) implements Step {

    @Override
    public String title() {
        return "check that no other node was promoted";
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
