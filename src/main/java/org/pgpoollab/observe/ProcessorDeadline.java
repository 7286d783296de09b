package org.pgpoollab.observe;

import java.time.Duration;

/**
 * Until when an answer is awaited: for as long as was wished in time in which the machine had a processor for whoever wanted one, but
 * not for ever.
 *
 * @param asked when the question was
 */
record ProcessorDeadline(ClockReading asked, Duration patience) {

    /** By the clock on the wall: then it is not known whether there is an answer. */
    static final Duration AT_MOST = Duration.ofSeconds(15);

    private static final Duration SHORT = Duration.ofMillis(50);

    /** Whether the node had its time. */
    boolean wasFair(ClockReading now) {
        return now.available().minus(asked.available()).compareTo(patience) >= 0;
    }

    /** Whether nobody waits any longer, fair or not. */
    boolean isTooLong(ClockReading now) {
        return now.uptime().compareTo(end()) >= 0;
    }

    boolean isOver(ClockReading now) {
        return wasFair(now) || isTooLong(now);
    }

    /** When, by the uptime, it may be over at the earliest. */
    Duration mayBeOverAt(ClockReading now) {
        var missing = patience.minus(now.available().minus(asked.available()));
        var soonest = now.uptime().plus(missing.compareTo(SHORT) < 0 ? SHORT : missing);
        return soonest.compareTo(end()) < 0 ? soonest : end();
    }

    private Duration end() {
        return asked.uptime().plus(patience.compareTo(AT_MOST) < 0 ? AT_MOST : patience);
    }
}
