package org.pgpoollab.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pgpoollab.drill.ServiceTimeline;
import org.pgpoollab.drill.TimelineMark;
import org.pgpoollab.load.TenthSecond;

/**
 * Draws what clients of a load did in a span of any length, in buckets that are wide enough to be seen.
 *
 * @param title what is drawn, for those who cannot see it
 * @param tenths what the clients did, in tenths of a second
 * @param marks the moments that are marked
 */
record SpanTimeline(String title, Instant from, Instant to, List<TenthSecond> tenths, List<Instant> marks) {

    /** With more buckets than the drawing has columns, each bar is thinner than a hair. */
    private static final int MOST_BUCKETS = 1000;

    SpanTimeline {
        tenths = List.copyOf(tenths);
        marks = List.copyOf(marks);
    }

    String svg() {
        var unlabelled = marks.stream()
                .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                .map(at -> new TimelineMark(at, ""))
                .toList();
        var bucket = bucket();
        return new ServiceTimeline(title, from, to, bucket, buckets(bucket), unlabelled).svg();
    }

    private Duration bucket() {
        var count = Duration.between(from, to).dividedBy(TenthSecond.LENGTH);
        return TenthSecond.LENGTH.multipliedBy(Math.max(1, (count + MOST_BUCKETS - 1) / MOST_BUCKETS));
    }

    private List<TenthSecond> buckets(Duration bucket) {
        var sums = new TreeMap<Long, TenthSecond>();
        for (var tenth : underLoad()) {
            var index = Duration.between(from, tenth.at()).dividedBy(bucket);
            var at = from.plus(bucket.multipliedBy(index));
            sums.merge(index, new TenthSecond(at, tenth.writes(), tenth.reads(), tenth.failures()), SpanTimeline::sum);
        }
        return List.copyOf(sums.values());
    }

    /** Returns the tenths from the first to the last in which a client did something: before and after them no load ran. */
    private List<TenthSecond> underLoad() {
        var first = IntStream.range(0, tenths.size())
                .filter(index -> isActive(tenths.get(index)))
                .findFirst()
                .orElse(tenths.size());
        var end = tenths.size();
        while (end > first && !isActive(tenths.get(end - 1))) {
            end--;
        }
        return tenths.subList(first, end);
    }

    private static boolean isActive(TenthSecond tenth) {
        return tenth.writes() > 0 || tenth.reads() > 0 || tenth.failures() > 0;
    }

    private static TenthSecond sum(TenthSecond one, TenthSecond other) {
        return new TenthSecond(
                one.at(),
                one.writes() + other.writes(),
                one.reads() + other.reads(),
                one.failures() + other.failures());
    }
}
