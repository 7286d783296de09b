package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookPatienceTest {

    @ParameterizedTest
    @CsvSource({
        "0.21 0.40 0.33 1/312 4711, 2, 2",
        "4.00 9.40 9.33 1/312 4711, 2, 2",
        "4.01 0.40 0.33 1/312 4711, 2, 6",
        "4.01 0.40 0.33 1/312 4711, 8, 2"
    })
    void itIsLongerWhereMoreWantsToRunThanCan(String load, int processors, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), LookPatience.of(load, processors));
    }
}
