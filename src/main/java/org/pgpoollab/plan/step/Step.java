package org.pgpoollab.plan.step;

import java.util.List;

/** One action of a plan, as data: it can be printed without being done. */
public interface Step {

    /** Returns what the step does, as a title: {@code stop PostgreSQL on pg-1}. */
    String title();

    /** Returns plain shell lines that do the same, for users who want to type them. */
    List<ShellLine> shell();

    /**
     * Performs the step, and returns when its effect is seen.
     *
     * @throws org.pgpoollab.LabException if it failed, its deadline passed, or the thread was interrupted
     */
    void perform(StepContext context, Progress progress);

    /** Returns whether a failure of this step leaves a state worth examining, so that the plan is not undone. */
    default boolean leavesEvidence() {
        return false;
    }
}
