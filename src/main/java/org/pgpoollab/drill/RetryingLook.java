package org.pgpoollab.drill;

import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;

/** A look that is repeated: under load a node now and then answers too late to be seen, and the next look finds it. */
final class RetryingLook {

    private static final int LOOKS = 3;

    private RetryingLook() {}

    /** The first look that shows what is looked for, else the last one. */
    static ClusterState until(DrillTarget target, Predicate<ClusterState> found) {
        var state = target.look();
        for (var looks = 1; looks < LOOKS && !found.test(state); looks++) {
            state = target.look();
        }
        return state;
    }
}
