package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;

/** Is told how a plan goes. Steps that are done at the same time tell it from several threads. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    default void started(Step step) {}

    /** What is waited for just now; told when that changes. */
    default void waiting(String forWhat) {}

    /** The state that lets it wait, as a sentence; told when that changes. */
    default void waitingBecause(String why) {}

    /** Something that whoever started the plan should know. */
    default void note(String text) {}

    default void finished(Step step, Duration took) {}

    /** The plan stops here: these were done, this one failed, these are not done. */
    default void stopped(List<Step> done, Step failed, List<Step> left) {}
}
