package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The minimum, median and maximum of several measurements. The median of an even number of them is the mean of the middle two.
 *
 * @param clusters the two groups into which the measurements fall, the shorter ones first; empty if they are one group
 */
public record MeasurementSpread(Duration min, Duration median, Duration max, int count, List<Cluster> clusters) {

    /** The least number of measurements of which it can be said that they fall into two groups. */
    private static final int LEAST = 3;

    private static final Duration LEAST_GAP = Duration.ofSeconds(1);

    public MeasurementSpread {
        clusters = List.copyOf(clusters);
    }

    /** Measurements that lie close together, far from the others. */
    public record Cluster(Duration median, int count) {}

    /** Returns the spread; empty without measurements. */
    static Optional<MeasurementSpread> of(Collection<Duration> measured) {
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        var sorted = measured.stream().sorted().toList();
        return Optional.of(new MeasurementSpread(
                sorted.get(0), median(sorted), sorted.get(sorted.size() - 1), sorted.size(), clusters(sorted)));
    }

    /** Splits at the widest gap, if it is wider than a second, than half the median, and than each of the two groups. */
    private static List<Cluster> clusters(List<Duration> sorted) {
        if (sorted.size() < LEAST) {
            return List.of();
        }
        var split = IntStream.range(1, sorted.size())
                .boxed()
                .max(Comparator.comparing(index -> sorted.get(index).minus(sorted.get(index - 1))))
                .orElseThrow();
        var low = sorted.subList(0, split);
        var high = sorted.subList(split, sorted.size());
        var gap = high.get(0).minus(range(low).plus(low.get(0)));
        var areApart = Stream.of(LEAST_GAP, median(sorted).dividedBy(2), range(low), range(high))
                .allMatch(least -> gap.compareTo(least) > 0);
        return areApart
                ? List.of(new Cluster(median(low), low.size()), new Cluster(median(high), high.size()))
                : List.of();
    }

    private static Duration range(List<Duration> sorted) {
        return sorted.get(sorted.size() - 1).minus(sorted.get(0));
    }

    private static Duration median(List<Duration> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
