package org.pgpoollab.drill;

import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;

/** Takes snapshots repeatedly: under load a node sometimes answers after the deadline, and the next snapshot shows it. */
final class RetryingLook {

    private static final int LOOKS = 3;

    private RetryingLook() {}

    /** Returns the first snapshot that meets the condition, otherwise the last of three. */
    static ClusterState until(DrillTarget target, Predicate<ClusterState> found) {
        var state = target.look();
        for (var looks = 1; looks < LOOKS && !found.test(state); looks++) {
            state = target.look();
        }
        return state;
    }
}
