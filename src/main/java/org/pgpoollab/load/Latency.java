package org.pgpoollab.load;

import java.time.Duration;
import java.util.Objects;

/**
 * The latency of successful statements as percentiles; all zero if there was none.
 *
 * @param longest the longest latency
 */
public record Latency(Duration p50, Duration p95, Duration p99, Duration longest) {

    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Latency {
        Objects.requireNonNull(p50);
        Objects.requireNonNull(p95);
        Objects.requireNonNull(p99);
        Objects.requireNonNull(longest);
    }
}
