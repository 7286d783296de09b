package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A time in which nothing went through, from the last answer before it to the first one after it.
 *
 * @param from when the last answer before it came
 * @param length by a clock that is never set; zero of a gap that was none
 * @param isOver whether an answer came after it; if not, it lasted at least as long as this
 */
public record ServiceGap(Instant from, Duration length, boolean isOver) {

    public ServiceGap {
        Objects.requireNonNull(from);
        Objects.requireNonNull(length);
    }

    /** Nothing was missing. */
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
