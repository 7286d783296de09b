package org.pgpoollab.observe;

import java.time.Duration;
import java.time.Instant;

/**
 * One moment as read from three clocks.
 *
 * @param uptime monotonic time since the {@link ClockReader} was created
 * @param available the part of the uptime in which a waiting process could get a processor, see {@link ProcessorTime}
 * @param at the wall clock
 */
record ClockReading(Duration uptime, Duration available, Instant at) {

    /** Creates a reading of a machine on which no process waits for a processor. */
    ClockReading(Duration uptime, Instant at) {
        this(uptime, uptime, at);
    }
}
