package org.pgpoollab.screen.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.pgpoollab.cluster.Given;

/** A clock that advances only when a test moves it, and that can be made to fail. */
final class HandClock extends Clock {

    private volatile Instant now = Given.NOW;
    private volatile boolean broken;

    synchronized void forward(Duration span) {
        now = now.plus(span);
    }

    /** Makes every later reading throw an exception. */
    void breakDown() {
        broken = true;
    }

    @Override
    public Instant instant() {
        if (broken) {
            throw new IllegalStateException("the clock is broken");
        }
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
