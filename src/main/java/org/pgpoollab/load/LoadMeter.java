package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Computes the current {@link LoadStatus} from what the clients report. All clients report concurrently; the caller of {@link #beat} sets
 * the clock, {@link #BEATS_A_SECOND} times a second.
 */
final class LoadMeter {

    /** The number of beats that make up the displayed second. */
    static final int BEATS_A_SECOND = 4;

    private static final class Quarter {
        private int acknowledged;
        private int failed;
        private int reads;
        private final Latencies latencies = new Latencies();
    }

    private final LoadShape shape;
    private final Instant began;
    private final ArrayDeque<Quarter> lastSecond = new ArrayDeque<>();
    private final ArrayDeque<LoadStatus.Beat> seconds = new ArrayDeque<>();
    private final Latencies ofSecond = new Latencies();
    private Quarter quarter = new Quarter();
    private int quarters;
    private long total;
    private long failures;
    private long lastAcknowledged;
    private long longestGap;
    private String trouble = "";

    /** @param nanos when the load began, by the same monotonic clock as all later calls */
    LoadMeter(LoadShape shape, Instant began, long nanos) {
        this.shape = shape;
        this.began = began;
        this.lastAcknowledged = nanos;
    }

    synchronized void acknowledged(long nanos, long tookNanos) {
        quarter.acknowledged++;
        total++;
        quarter.latencies.add((int) Math.min(Integer.MAX_VALUE, tookNanos / 1000));
        if (total > 1 || failures > 0) {
            longestGap = Math.max(longestGap, nanos - lastAcknowledged);
        }
        lastAcknowledged = Math.max(nanos, lastAcknowledged);
        trouble = "";
    }

    synchronized void failed(String words) {
        quarter.failed++;
        failures++;
        trouble = words;
    }

    synchronized void read() {
        quarter.reads++;
    }

    /** @param last why the load ends; empty while it goes on */
    synchronized LoadStatus beat(Instant at, long nanos, String last) {
        lastSecond.addLast(quarter);
        quarter = new Quarter();
        if (lastSecond.size() > BEATS_A_SECOND) {
            lastSecond.removeFirst();
        }
        if (++quarters % BEATS_A_SECOND == 0) {
            seconds.addLast(new LoadStatus.Beat(sum(part -> part.acknowledged), sum(part -> part.failed)));
        }
        if (seconds.size() > LoadStatus.REMEMBERED) {
            seconds.removeFirst();
        }
        ofSecond.clear();
        lastSecond.forEach(part -> ofSecond.addAll(part.latencies));
        var gap = Math.max(0, nanos - lastAcknowledged);
        return new LoadStatus(
                at,
                began,
                shape,
                sum(part -> part.acknowledged),
                sum(part -> part.failed),
                ofSecond.latency().p50(),
                ofSecond.latency().p95(),
                sum(part -> part.reads),
                total,
                failures,
                Duration.ofNanos(gap),
                Duration.ofNanos(Math.max(gap, longestGap)),
                List.copyOf(seconds),
                last.isEmpty() ? trouble : last);
    }

    private int sum(ToIntFunction<Quarter> part) {
        return lastSecond.stream().mapToInt(part).sum();
    }
}
