package org.pgpoollab.plan.step;

import java.util.List;

/** Several steps within a larger plan that are undone together if one of them fails, while the rest of the plan is not undone. */
public record UndoableSteps(Plan plan) implements Step {

    @Override
    public String title() {
        return plan.title();
    }

    @Override
    public List<ShellLine> shell() {
        return plan.steps().stream().flatMap(step -> step.shell().stream()).toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        PlanRunner.run(plan, context, progress);
    }
}
