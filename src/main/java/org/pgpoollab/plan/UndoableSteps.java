package org.pgpoollab.plan;

import java.util.List;

/** Several steps that are undone together if one of them fails, within a plan that is not. */
record UndoableSteps(Plan plan) implements Step {

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
