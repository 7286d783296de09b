package org.pgpoollab.condition;

import java.time.Duration;
import java.util.Objects;

/**
 * The parsed sentence after {@code wait} or {@code expect}.
 *
 * @param limit the time after {@code for}: the longest wait, or with {@code stays} how long the condition must hold in every snapshot; zero
 *     if there is no {@code for}, which never happens with {@code stays}
 * @param stays whether the condition must hold all the time instead of once
 */
public record Expectation(Condition condition, Duration limit, boolean stays) {

    public Expectation {
        Objects.requireNonNull(condition);
        Objects.requireNonNull(limit);
    }

    /** Returns whether the sentence has a {@code for}. */
    public boolean hasLimit() {
        return !limit.isZero();
    }
}
