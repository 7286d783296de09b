package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTimeLimitTest {

    @Test
    void onlyARunThatWasGivenItsBeginningHasALimit() {
        assertEquals(Optional.empty(), LiveTimeLimit.end("", 33));
        assertEquals(Optional.empty(), LiveTimeLimit.end("2026-01-31T12:00:00Z", 0));
        assertEquals(Optional.of(Instant.parse("2026-01-31T12:33:00Z")), LiveTimeLimit.end("2026-01-31T12:00:00Z", 33));
    }
}
