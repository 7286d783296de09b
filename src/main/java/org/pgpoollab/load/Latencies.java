package org.pgpoollab.load;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.HdrHistogram.Histogram;

/** Collects latencies of statements in a histogram with two significant digits and constant size. For one thread. */
final class Latencies {

    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toMillis() * 1000;
    private static final int DIGITS = 2;

    private final Histogram histogram = new Histogram(1, LONGEST_MICROS, DIGITS);

    void add(int micros) {
        histogram.recordValue(Math.max(1, Math.min(LONGEST_MICROS, micros)));
    }

    void addAll(Latencies others) {
        histogram.add(others.histogram);
    }

    Latency latency() {
        if (histogram.getTotalCount() == 0) {
            return Latency.NONE;
        }
        return new Latency(at(50), at(95), at(99), Duration.of(histogram.getMaxValue(), ChronoUnit.MICROS));
    }

    private Duration at(double percentile) {
        return Duration.of(histogram.getValueAtPercentile(percentile), ChronoUnit.MICROS);
    }

    void clear() {
        histogram.reset();
    }
}
