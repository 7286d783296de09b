package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells what moment it is, from the first one on. Safe for use by several threads. */
final class Moments implements Supplier<Moment> {

    private final long began = System.nanoTime();
    private final ProcessorTime processorTime = ProcessorTime.running();
    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Moment get() {
        return new Moment(Duration.ofNanos(System.nanoTime() - began), processorTime.available(), clock.instant());
    }
}
