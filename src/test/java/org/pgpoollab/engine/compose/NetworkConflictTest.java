package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkConflictTest {

    private static final String NETWORKS = "bridge 172.17.0.0/16\nmine 10.77.0.0/24\nwide 10.78.0.0/15\nhost\n";

    private final NetworkConflict conflict =
            new NetworkConflict(new Docker(FakeDocker.working().saying("network inspect", NETWORKS)));

    @Test
    void rangesOverlapAlsoIfOneHoldsTheOther() {
        assertTrue(range("10.77.0.0/24").overlaps(range("10.0.0.0/8")));
        assertTrue(range("10.0.0.0/8").overlaps(range("10.77.0.0/24")));
        assertFalse(range("10.77.0.0/24").overlaps(range("10.77.1.0/24")));
        assertEquals("172.17.0.0/16", range("172.17.0.1/16").toString());
        assertEquals(Optional.empty(), AddressRange.of("fe80::1/64"));
    }

    @Test
    void theLabsOwnNetworkIsNoConflict() {
        assertEquals(Optional.empty(), conflict.with("10.77.0.0/24", "mine"));
        assertEquals(
                Optional.of("the network mine of Docker has 10.77.0.0/24"), conflict.with("10.77.0.0/24", "another"));
    }

    @Test
    void aRangeOfTheMachineIsAConflict() {
        var found = conflict.with("127.0.0.0/24", "mine").orElseThrow();

        assertTrue(found.contains("of this machine has 127.0.0.0/8"), found);
    }

    @Test
    void theNextFreeNetworkIsFoundInACircle() {
        assertEquals(Optional.of("10.77.1"), conflict.free("10.77", 0));
        assertEquals(Optional.of("10.77.255"), conflict.free("10.77", 255));
        assertEquals(Optional.empty(), conflict.free("10.78", 7));
    }

    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow();
    }
}
