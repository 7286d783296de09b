package org.pgpoollab.plan.wal;

import java.util.List;
import org.pgpoollab.plan.step.AgreedLoss;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Counts again what only a node has, now that the node is stopped, and asks again if it wrote rows since its loss was shown. Clients may
 * have written to a second primary while the user was asked.
 */
public record ConfirmLateWrites(Node node, Node primary, AgreedLoss agreed) implements Step {

    @Override
    public String title() {
        return "count again what only " + node + " has";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.comment(
                "count again what only " + node + " has, because it may have written until it was stopped"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        agreed.confirm(
                () -> new DivergenceFinder(context, context.observer().glance()).onlyOn(node, primary),
                () -> progress.note(node + " wrote more since that was shown"));
    }
}
