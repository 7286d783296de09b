package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @Test
    void aNumberAndItsUnitAreATime() {
        assertEquals(Duration.ofMillis(500), TimeSpan.parse("500ms"));
        assertEquals(Duration.ofSeconds(30), TimeSpan.parse("30s"));
        assertEquals(Duration.ofMinutes(2), TimeSpan.parse("2m"));
        assertEquals(Duration.ofHours(1), TimeSpan.parse("1h"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "0s", "-1s", "1.5s", "30 s", "99999999999s", "25h", "½s", "٣s"})
    void anyOtherTextIsRefused(String typed) {
        var refusal = assertThrows(LabException.class, () -> TimeSpan.parse(typed));

        assertEquals(Exit.USAGE, refusal.exit());
    }

    @Test
    void aTimeIsReadInOneOrTwoUnits() {
        assertEquals("0 s", TimeSpan.text(Duration.ofSeconds(-3)));
        assertEquals("340 ms", TimeSpan.text(Duration.ofMillis(340)));
        assertEquals("4 s", TimeSpan.text(Duration.ofMillis(4900)));
        assertEquals("2 min 5 s", TimeSpan.text(Duration.ofSeconds(125)));
        assertEquals("3 h", TimeSpan.text(Duration.ofHours(3)));
        assertEquals("3 h 20 min", TimeSpan.text(Duration.ofMinutes(200)));
    }
}
