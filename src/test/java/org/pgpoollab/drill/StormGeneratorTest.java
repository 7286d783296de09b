package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StormGeneratorTest {

    @Test
    void theSameSeedBringsTheSameStorm() {
        assertEquals(groups(7, 50), groups(7, 50));
    }

    @Test
    void anotherSeedBringsAnother() {
        assertNotEquals(groups(7, 50), groups(8, 50));
    }

    @Test
    void everyGroupHasAFaultAndAnEnd() {
        for (var group : groups(1, 500)) {
            assertFalse(group.faults().isEmpty());
            assertEquals(Set.copyOf(group.faults()).size(), group.faults().size());
            assertTrue(group.lasts().compareTo(Duration.ofSeconds(12)) <= 0, group.toString());
        }
    }

    @Test
    void everyFaultComesInTheEnd() {
        var seen = EnumSet.noneOf(StormFault.class);
        groups(1, 500).forEach(group -> seen.addAll(group.faults()));

        assertEquals(EnumSet.allOf(StormFault.class), seen);
    }

    private static List<StormGenerator.FaultGroup> groups(long seed, int count) {
        var generator = new StormGenerator(seed);
        return Stream.generate(generator::next).limit(count).toList();
    }
}
