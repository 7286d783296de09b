package org.pgpoollab.condition;

import java.time.Duration;
import java.util.Objects;

/**
 * A whole sentence after {@code wait} or {@code expect}.
 *
 * @param limit what followed {@code for}: how long to wait at most, or of {@code stays} for how long the condition must hold at every
 *     look; zero if nothing was said, never so with {@code stays}
 * @param stays whether the condition must hold all the time instead of once
 */
public record Expectation(Condition condition, Duration limit, boolean stays) {

    public Expectation {
        Objects.requireNonNull(condition);
        Objects.requireNonNull(limit);
    }

    /** Whether {@code for} was said. */
    public boolean hasLimit() {
        return !limit.isZero();
    }
}
