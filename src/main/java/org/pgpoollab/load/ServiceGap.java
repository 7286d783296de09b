package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A period without an answer, from the last answer before it to the first one after it.
 *
 * @param from when the last answer before it came
 * @param length by a monotonic clock; zero if there was no gap
 * @param isOver whether an answer came after it; if not, the gap lasted at least this long
 */
public record ServiceGap(Instant from, Duration length, boolean isOver) {

    public ServiceGap {
        Objects.requireNonNull(from);
        Objects.requireNonNull(length);
    }

    /** Returns a value that stands for no gap. */
    public static ServiceGap none(Instant at) {
        return new ServiceGap(at, Duration.ZERO, true);
    }

    public boolean isNone() {
        return length.isZero();
    }

    public Instant until() {
        return from.plus(length);
    }
}
