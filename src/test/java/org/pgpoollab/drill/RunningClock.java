package org.pgpoollab.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.pgpoollab.cluster.Given;

/** A clock that advances by one step at each reading. */
final class RunningClock extends Clock {

    private final Duration step;
    private Instant now = Given.NOW;

    RunningClock(Duration step) {
        this.step = step;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it shows one zone");
    }
}
