package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells what moment it is, from the first one on. Safe for use by several threads. */
final class ClockReader implements Supplier<ClockReading> {

    private final long began = System.nanoTime();
    private final ProcessorTime processorTime = ProcessorTime.running();
    private final Clock clock;

    ClockReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ClockReading get() {
        return new ClockReading(
                Duration.ofNanos(System.nanoTime() - began), processorTime.available(), clock.instant());
    }
}
