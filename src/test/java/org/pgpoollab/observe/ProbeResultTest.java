package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Observed;

class ProbeResultTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final ProbeResult<String> fact = new ProbeResult<>(() -> "up", () -> Optional.of(NOW.minusSeconds(46)));

    @Test
    void whoeverFindsANodeSilentKnowsFromOthersSinceWhen() {
        fact.missed("the host is off", NOW);

        assertEquals(Observed.unreachable("the host is off", NOW.minusSeconds(46)), fact.known());
    }

    @Test
    void whoSawItAnswerKnowsBetter() {
        fact.seen("up", NOW.minusSeconds(5));
        fact.missed("the host is off", NOW);

        assertEquals(Observed.unreachable("the host is off", NOW), fact.known());
    }

    @Test
    void nothingOthersSawIsLaterThanTheQuestion() {
        fact.missed("the host is off", NOW.minusSeconds(60));

        assertEquals(Observed.unreachable("the host is off", NOW.minusSeconds(60)), fact.known());
    }
}
