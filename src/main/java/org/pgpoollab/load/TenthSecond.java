package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The counts of one tenth of a second of a load.
 *
 * @param at when it began
 * @param writes writes acknowledged in it
 * @param reads reads answered in it
 * @param failures statements and attempts to connect that failed in it or got no answer
 */
public record TenthSecond(Instant at, int writes, int reads, int failures) {

    public static final Duration LENGTH = Duration.ofMillis(100);

    public TenthSecond {
        Objects.requireNonNull(at);
    }
}
