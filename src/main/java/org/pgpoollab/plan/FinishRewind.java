package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.plan.step.PlanRunner;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.RewindMark;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.plan.wal.DivergenceFinder;
import org.pgpoollab.topology.Node;

/** Finishes an interrupted rewind of a node, once there is a primary. The user agreed to the loss of its data when the rewind began. */
record FinishRewind(Node node) implements Step {

    @Override
    public String title() {
        return "end the rewind of " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.ofProgram("rejoin " + node));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var state = context.observer().glance();
        var primary = Replication.leadingPrimary(state)
                .orElseThrow(() -> LabException.failed(
                        node + " cannot come back", "there is no primary to rewind it to", "reconfigure"));
        var planner = new RepairPlanner(context.lab());
        var divergence = new DivergenceFinder(context, state).of(node, primary);
        var plan = RewindMark.of(context, node).hasCopy() && divergence.canBeRewound()
                ? planner.rejoin(node, primary, false)
                : planner.reclone(node, primary, false);
        PlanRunner.run(plan, context, progress);
    }
}
