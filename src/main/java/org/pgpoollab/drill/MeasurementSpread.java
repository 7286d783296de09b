package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The minimum, median and maximum of several measurements. The median of an even number of them is the mean of the middle two. */
public record MeasurementSpread(Duration min, Duration median, Duration max, int count) {

    /** Returns the spread; empty without measurements. */
    static Optional<MeasurementSpread> of(Collection<Duration> measured) {
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        var sorted = measured.stream().sorted().toList();
        return Optional.of(
                new MeasurementSpread(sorted.get(0), median(sorted), sorted.get(sorted.size() - 1), sorted.size()));
    }

    private static Duration median(List<Duration> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
