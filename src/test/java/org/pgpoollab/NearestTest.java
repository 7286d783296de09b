package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("postgres", "pgpool", "status", "pool_nodes");

    @Test
    void aTypingErrorFindsItsWord() {
        assertEquals(Optional.of("postgres"), Nearest.to("postgresql", WORDS));
        assertEquals(Optional.of("pgpool"), Nearest.to("pgpol", WORDS));
        assertEquals(Optional.of("status"), Nearest.to("sttaus", WORDS));
        assertEquals(Optional.of("pool_nodes"), Nearest.to("Pool-Nodes", WORDS));
    }

    @Test
    void aWordOfItsOwnFindsNothing() {
        assertEquals(Optional.empty(), Nearest.to("banana", WORDS));
        assertEquals(Optional.empty(), Nearest.to("", WORDS));
    }
}
