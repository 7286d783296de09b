package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Optional;
import org.pgpoollab.repair.Repair;

/**
 * A repair that was done, and how long it took.
 *
 * @param discarded what only its node had and is no more, in words; empty if it was nothing
 */
public record CompletedRepair(Repair repair, Duration took, String discarded) {

    /** In one line; only where something was discarded. */
    Optional<String> loss() {
        return discarded.isEmpty()
                ? Optional.empty()
                : Optional.of(repair.title() + " discarded what only " + repair.node() + " had: " + discarded);
    }
}
