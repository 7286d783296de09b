package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The current status of a load: the last second, and the history before it.
 *
 * @param at when the status was written; an old one is of a load that has ended or hangs
 * @param began when the load began
 * @param acknowledged writes acknowledged in the last second
 * @param failed writes of the last second that failed or got no answer, including failed attempts to connect
 * @param p50 the median latency of the writes of the last second
 * @param p95 the 95th percentile of the same latencies
 * @param reads reads answered in the last second
 * @param total writes acknowledged since the load began
 * @param failures writes since the load began that failed or got no answer
 * @param gap the time since the last acknowledged write
 * @param longestGap the longest gap since the load began, including the present one
 * @param beats the counts of each second, the newest last; at most {@link #REMEMBERED}
 * @param words why the load ended, or the last error if no write is acknowledged; else empty
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

    /** The reason to end of a load that was stopped on request. */
    public static final String STOPPED = "stopped";

    /** The reason to end of a load whose lab was taken down. */
    static final String TAKEN_DOWN = "the lab was taken down";

    /** For how many seconds the counts are kept. */
    public static final int REMEMBERED = 120;

    /** One second: how many writes were acknowledged, and how many failed. */
    public record Beat(int acknowledged, int failed) {

        /** Returns whether no write was acknowledged. */
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

    /** Whether this is the status of the run with this ledger. */
    boolean isOf(LedgerHead ledger) {
        return began.toEpochMilli() == ledger.began().toEpochMilli();
    }

    /** Returns why the load ended, if this is its last status; empty if somebody wanted it to end. */
    String ending() {
        if (words.isEmpty()) {
            return "its process was killed";
        }
        return words.equals(STOPPED) || words.equals(TAKEN_DOWN) ? "" : words;
    }
}
