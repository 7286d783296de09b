package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

    private static Optional<MeasurementSpread> spread(int min, int median, int max, int count) {
        return Optional.of(new MeasurementSpread(
                Duration.ofMillis(min), Duration.ofMillis(median), Duration.ofMillis(max), count));
    }

    private static List<Duration> millis(Integer... lengths) {
        return Stream.of(lengths).map(Duration::ofMillis).toList();
    }
}
