package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** The table is that of a machine with routes to a VPN, and one that drops packets. */
    @Test
    void aRouteThatNoInterfaceHasIsAConflictIfItIsNotWiderThanTheLab(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("route"), """
                Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                eth0	00000000	010200C0	0003	0	0	0	00000000	0	0	0
                eth0	0000000A	010200C0	0003	0	0	0	000000FF	0	0	0
                eth0	00090A0A	010200C0	0003	0	0	0	00FFFFFF	0	0	0
                *	80080A0A	00000000	0200	0	0	0	80FFFFFF	0	0	0
                eth0	000200C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
                """);
        var routed = new NetworkConflict(
                new Docker(FakeDocker.working().saying("network inspect", NETWORKS)), new RoutingTable(file));

        assertEquals(
                Optional.of("a route of this machine by eth0 has 10.10.9.0/24"), routed.with("10.10.9.0/24", "mine"));
        assertEquals(
                Optional.of("a route of this machine that drops packets has 10.10.8.128/25"),
                routed.with("10.10.8.0/24", "mine"));
        assertEquals(Optional.empty(), routed.with("10.10.7.0/24", "mine"));
        assertEquals(Optional.of("10.10.10"), routed.free("10.10", 8, any -> true));
    }

    @Test
    void theNextFreeNetworkIsFoundInACircle() {
        assertEquals(Optional.of("10.77.1"), conflict.free("10.77", 0, any -> true));
        assertEquals(Optional.of("10.77.255"), conflict.free("10.77", 255, any -> true));
        assertEquals(Optional.empty(), conflict.free("10.78", 7, any -> true));
    }

    @Test
    void aNetworkThatAnotherLabIsAboutToMakeIsPassedOver() {
        assertEquals(
                Optional.of("10.77.3"),
                conflict.free(
                        "10.77", 1, network -> !List.of("10.77.1", "10.77.2").contains(network)));
    }

    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow();
    }
}
