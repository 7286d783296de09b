package org.pgpoollab.observe;

import java.time.Duration;

/**
 * The deadline of a probe, counted as time in which a waiting process could get a processor, and limited by the wall clock.
 *
 * @param asked when the probe started
 */
record ProcessorDeadline(ClockReading asked, Duration timeLimit) {

    /** The limit by the wall clock. If it ends the wait, it is unknown whether the node would have answered. */
    static final Duration AT_MOST = Duration.ofSeconds(15);

    private static final Duration SHORT = Duration.ofMillis(50);

    /** Returns whether the node had enough processor time to answer. */
    boolean wasFair(ClockReading now) {
        return now.available().minus(asked.available()).compareTo(timeLimit) >= 0;
    }

    /** Returns whether the limit by the wall clock has passed. */
    boolean isTooLong(ClockReading now) {
        return now.uptime().compareTo(end()) >= 0;
    }

    /** Returns the earliest uptime at which the deadline may have passed. */
    Duration mayBeOverAt(ClockReading now) {
        var missing = timeLimit.minus(now.available().minus(asked.available()));
        var soonest = now.uptime().plus(missing.compareTo(SHORT) < 0 ? SHORT : missing);
        return soonest.compareTo(end()) < 0 ? soonest : end();
    }

    private Duration end() {
        return asked.uptime().plus(timeLimit.compareTo(AT_MOST) < 0 ? AT_MOST : timeLimit);
    }
}
