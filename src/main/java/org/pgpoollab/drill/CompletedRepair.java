package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Optional;
import org.pgpoollab.repair.Repair;

/**
 * A completed repair and its duration.
 *
 * @param discarded what was discarded that only this node had, in words; empty if nothing was
 */
public record CompletedRepair(Repair repair, Duration took, String discarded) {

    /** Describes in one line what was discarded; empty if nothing was. */
    Optional<String> loss() {
        return discarded.isEmpty()
                ? Optional.empty()
                : Optional.of(repair.title() + " discarded what only " + repair.node() + " had: " + discarded);
    }
}
