package org.pgpoollab.drill;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws the faults of a storm. The same seed draws the same faults, whatever happens in the lab. Not thread-safe. */
final class StormGenerator {

    private static final List<StormFault> FAULTS = List.of(StormFault.values());
    private static final int MOST_AT_ONCE = 3;
    private static final int SHORTEST_SECONDS = 3;
    private static final int LONGEST_SECONDS = 12;

    private final Random dice;

    StormGenerator(long seed) {
        dice = new Random(seed);
    }

    /**
     * A group of faults that are active at the same time.
     *
     * @param lasts how long the lab is left alone once all faults are active
     */
    record FaultGroup(List<StormFault> faults, Duration lasts) {

        FaultGroup {
            faults = List.copyOf(faults);
        }
    }

    FaultGroup next() {
        var faults = IntStream.rangeClosed(0, dice.nextInt(MOST_AT_ONCE))
                .mapToObj(number -> FAULTS.get(dice.nextInt(FAULTS.size())))
                .distinct()
                .toList();
        return new FaultGroup(
                faults, Duration.ofSeconds(SHORTEST_SECONDS + dice.nextInt(LONGEST_SECONDS - SHORTEST_SECONDS + 1)));
    }
}
