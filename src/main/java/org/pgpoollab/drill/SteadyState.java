package org.pgpoollab.drill;

import java.time.Clock;
import java.time.Duration;
import org.pgpoollab.engine.Await;

/** Waits until clients are served. Measurements begin and end in this state, so that no outage of an earlier fault is counted. */
record SteadyState(DrillTarget target, Clock clock) {

    private static final Duration LASTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Returns when all requests of the last second succeeded, or after 30 s; then the report shows an outage that does not end. */
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
