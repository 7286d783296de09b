package org.pgpoollab.drill;

import java.time.Clock;
import java.time.Duration;
import org.pgpoollab.engine.Await;

/** That clients are served: what is measured begins and ends with it, so that no outage is counted for a fault of before. */
record SteadyState(DrillTarget target, Clock clock) {

    private static final Duration LASTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Returns when clients are served, and were all the last second. One that never is shows as an outage that does not end. */
    void await() {
        var from = clock.instant().plus(LASTS);
        Await.until(
                () -> target.load()
                        .loadStatus()
                        .filter(loadStatus -> loadStatus.at().isAfter(from)
                                && loadStatus.failed() == 0
                                && loadStatus.acknowledged() > 0)
                        .isPresent(),
                LONGEST_UNREST,
                BETWEEN_LOOKS);
    }
}
