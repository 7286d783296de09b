package org.pgpoollab.plan;

import java.time.Duration;

/** Is told how a plan goes. Calls come from one thread. */
public interface Progress {

    void started(Step step);

    /** What the step that runs waits for just now; called when that changes. */
    void waiting(String forWhat);

    void finished(Step step, Duration took);
}
