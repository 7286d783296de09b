package org.pgpoollab.drill;

import java.time.Instant;
import java.util.Objects;

/** A vertical line in a {@link ServiceTimeline}, with a short label or without one. */
public record TimelineMark(Instant at, String label) {

    public TimelineMark {
        Objects.requireNonNull(at);
        Objects.requireNonNull(label);
    }
}
