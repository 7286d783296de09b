package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;

/** Receives the progress of a plan. Parallel steps call it from several threads. */
public interface Progress {

    /** Ignores all calls. */
    Progress SILENT = new Progress() {};

    default void started(Step step) {}

    /** Reports what the plan waits for; called when that changes. */
    default void waiting(String forWhat) {}

    /** Reports the state that makes the plan wait, as a sentence; called when that changes. */
    default void waitingBecause(String why) {}

    /** Reports something that the user should know. */
    default void note(String text) {}

    default void finished(Step step, Duration took) {}

    /** Reports that the plan stops: the steps that are done, the one that failed, and those that were not begun. */
    default void stopped(List<Step> done, Step failed, List<Step> left) {}
}
