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
        assertEquals(squalls(7, 50), squalls(7, 50));
    }

    @Test
    void anotherSeedBringsAnother() {
        assertNotEquals(squalls(7, 50), squalls(8, 50));
    }

    @Test
    void everySquallHasAFaultAndAnEnd() {
        for (var squall : squalls(1, 500)) {
            assertFalse(squall.strikes().isEmpty());
            assertEquals(Set.copyOf(squall.strikes()).size(), squall.strikes().size());
            assertTrue(squall.lasts().compareTo(Duration.ofSeconds(12)) <= 0, squall.toString());
        }
    }

    @Test
    void everyFaultComesInTheEnd() {
        var seen = EnumSet.noneOf(StormFault.class);
        squalls(1, 500).forEach(squall -> seen.addAll(squall.strikes()));

        assertEquals(EnumSet.allOf(StormFault.class), seen);
    }

    private static List<StormGenerator.Squall> squalls(long seed, int count) {
        var generator = new StormGenerator(seed);
        return Stream.generate(generator::next).limit(count).toList();
    }
}
