package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A tenth of a second of a load.
 *
 * @param at when it began
 * @param writes acknowledged in it
 * @param reads answered in it
 * @param failures statements and attempts to connect that failed in it, or went without an answer
 */
public record TenthSecond(Instant at, int writes, int reads, int failures) {

    public static final Duration LENGTH = Duration.ofMillis(100);

    public TenthSecond {
        Objects.requireNonNull(at);
    }
}
