package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void aTypingErrorLeadsToTheWordThatWasMeant() {
        var known = List.of("stop", "start", "status", "pool_nodes");

        assertEquals(Optional.of("stop"), Nearest.to("stpo", known));
        assertEquals(Optional.of("start"), Nearest.to("strat", known));
        assertEquals(Optional.of("pool_nodes"), Nearest.to("poolnodes", known));
        assertEquals(Optional.empty(), Nearest.to("xyz", known));
    }
}
