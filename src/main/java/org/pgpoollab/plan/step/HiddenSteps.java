package org.pgpoollab.plan.step;

import java.util.List;

/** Steps that are not told: neither a dry run nor the progress shows more of them than their common title. */
public record HiddenSteps(String title, List<Step> steps) implements Step {

    public HiddenSteps {
        steps = List.copyOf(steps);
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        steps.forEach(step -> step.perform(context, Progress.SILENT));
    }
}
