package org.pgpoollab.plan;

import java.util.List;

/** One thing to do, as data: it can be printed without being done. */
public interface Step {

    /** What it does, as a title: {@code stop PostgreSQL on pg-1}. */
    String title();

    /** The plain shell lines that do the same, for people who would type it themselves. */
    List<ShellLine> shell();

    /**
     * Does it, and returns when the effect was seen.
     *
     * @throws org.pgpoollab.LabException if it failed, its deadline passed, or the thread was interrupted
     */
    void perform(StepContext context, Progress progress);

    /** Whether a failure of this step leaves something that is worth looking at, so that the plan is not undone. */
    default boolean leavesEvidence() {
        return false;
    }
}
