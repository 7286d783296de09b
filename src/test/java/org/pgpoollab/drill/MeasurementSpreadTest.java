package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.drill.MeasurementSpread.Cluster;

class MeasurementSpreadTest {

    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertEquals(spread(100, 300, 900, 3), MeasurementSpread.of(millis(900, 100, 300)));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertEquals(spread(100, 350, 900, 4), MeasurementSpread.of(millis(900, 400, 100, 300)));
    }

    @Test
    void ofNothingThereIsNone() {
        assertEquals(Optional.empty(), MeasurementSpread.of(List.of()));
    }

    @Test
    void measurementsInTwoGroupsAreCounted() {
        var clusters = MeasurementSpread.of(millis(6500, 2400, 2600, 6700, 2500))
                .orElseThrow()
                .clusters();

        assertEquals(
                List.of(new Cluster(Duration.ofMillis(2500), 3), new Cluster(Duration.ofMillis(6600), 2)), clusters);
    }

    @Test
    void measurementsWithoutAWideGapAreOneGroup() {
        assertEquals(List.of(), clusters(2400, 3400, 4400, 5400));
        assertEquals(List.of(), clusters(2400, 2500, 2600, 3500));
        assertEquals(List.of(), clusters(2400, 6500));
        assertEquals(List.of(), clusters(2270, 3500, 3650, 3900, 4100));
    }

    private static List<Cluster> clusters(Integer... lengths) {
        return MeasurementSpread.of(millis(lengths)).orElseThrow().clusters();
    }

    private static Optional<MeasurementSpread> spread(int min, int median, int max, int count) {
        return Optional.of(new MeasurementSpread(
                Duration.ofMillis(min), Duration.ofMillis(median), Duration.ofMillis(max), count, List.of()));
    }

    private static List<Duration> millis(Integer... lengths) {
        return Stream.of(lengths).map(Duration::ofMillis).toList();
    }
}
