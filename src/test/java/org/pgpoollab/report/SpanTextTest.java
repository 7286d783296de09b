package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SpanTextTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:30:00.123456789Z");

    @Test
    void theDayIsToldOnceForASpanWithinADay() {
        assertEquals(
                "2026-01-01 10:30:00 to 12:00:00",
                SpanText.of(BEGIN, Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void theDayIsTheOneOfTheZone() {
        assertEquals(
                "2026-01-01 22:30:00 to 2026-01-02 00:00:00",
                SpanText.of(BEGIN, Instant.parse("2026-01-01T12:00:00Z"), ZoneId.of("+12:00")));
    }
}
