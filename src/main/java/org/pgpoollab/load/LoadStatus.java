package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a load goes now: the last second, and what was before it.
 *
 * @param at when it was felt; an old one is of a load that ended, or that hangs
 * @param began when the load did
 * @param acknowledged writes of the last second
 * @param failed writes of the last second that failed or stayed without an answer, attempts to connect among them
 * @param p50 of the writes of the last second
 * @param p95 likewise
 * @param reads of the last second
 * @param total writes acknowledged since it began
 * @param failures likewise
 * @param gap for how long no write has been acknowledged now
 * @param longestGap since it began, with the present one
 * @param beats second by second, the newest last; at most {@link #REMEMBERED}
 * @param words why it ended, if it ended by itself, or the last error if nothing goes through; else empty
 */
public record LoadStatus(
        Instant at,
        Instant began,
        LoadShape shape,
        int acknowledged,
        int failed,
        Duration p50,
        Duration p95,
        int reads,
        long total,
        long failures,
        Duration gap,
        Duration longestGap,
        List<Beat> beats,
        String words) {

    /** The last words of a load that somebody has ended. */
    public static final String STOPPED = "stopped";

    /** So many seconds are remembered. */
    public static final int REMEMBERED = 120;

    /** One second: how many writes were acknowledged, and how many were not. */
    public record Beat(int acknowledged, int failed) {

        /** Whether nothing went through. */
        public boolean isHole() {
            return acknowledged == 0;
        }
    }

    public LoadStatus {
        Objects.requireNonNull(at);
        Objects.requireNonNull(began);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(p50);
        Objects.requireNonNull(p95);
        Objects.requireNonNull(gap);
        Objects.requireNonNull(longestGap);
        beats = List.copyOf(beats);
        Objects.requireNonNull(words);
    }
}
