package org.pgpoollab.observe;

import java.time.Duration;
import java.time.Instant;

/**
 * The same moment on three clocks.
 *
 * @param uptime of whoever watches: never jumps
 * @param available how much of that the processors were there for whoever wanted one, see {@link ProcessorTime}
 * @param at the wall clock
 */
record ClockReading(Duration uptime, Duration available, Instant at) {

    /** On a machine where nobody waits for a processor. */
    ClockReading(Duration uptime, Instant at) {
        this(uptime, uptime, at);
    }
}
