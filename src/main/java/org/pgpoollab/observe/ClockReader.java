package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads the clocks; its uptime counts from its creation. Safe for use by several threads. */
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
