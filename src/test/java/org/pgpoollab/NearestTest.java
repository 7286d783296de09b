package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("start", "stop", "status", "pool_nodes", "up");

    @Test
    void aLetterTooFewFindsTheWord() {
        assertEquals(Optional.of("status"), Nearest.to("statu", WORDS));
        assertEquals(Optional.of("start"), Nearest.to("strt", WORDS));
    }

    @Test
    void swappedNeighboursAreOneMistake() {
        assertEquals(1, Nearest.distance("sotp", "stop"));
        assertEquals(Optional.of("stop"), Nearest.to("sotp", WORDS));
    }

    @Test
    void theBeginningOfAWordFindsIt() {
        assertEquals(Optional.of("pool_nodes"), Nearest.to("pool", WORDS));
    }

    @Test
    void caseAndUnderscoreAreNoMistake() {
        assertEquals(Optional.of("pool_nodes"), Nearest.to("POOL-NODES", WORDS));
    }

    @Test
    void aLetterOrTwoTooManyInALongWordFindIt() {
        assertEquals(Optional.of("postgres"), Nearest.to("postgresql", List.of("postgres", "pgpool")));
        assertEquals(Optional.empty(), Nearest.to("banana", List.of("postgres", "pgpool")));
    }

    @Test
    void aStrangeWordHasNoNeighbour() {
        assertEquals(Optional.empty(), Nearest.to("elephant", WORDS));
        assertEquals(Optional.empty(), Nearest.to("", WORDS));
        assertEquals(Optional.empty(), Nearest.to("x", WORDS));
    }

    @Test
    void theHintIsEmptyWhereNothingIsNear() {
        assertEquals("nearest: stop", Nearest.hint("stpo", WORDS));
        assertEquals("", Nearest.hint("elephant", WORDS));
    }

    @Test
    void anEndlessWordIsNearToNothingAndNotCompared() {
        assertEquals(Optional.empty(), Nearest.to("a".repeat(100_000_000), List.of("status", "start", "stop")));
    }
}
