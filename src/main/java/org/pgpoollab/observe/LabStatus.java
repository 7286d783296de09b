package org.pgpoollab.observe;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Lab;

/** What a {@link LabWatch} sees: a lab that runs, or one that does not. */
public sealed interface LabStatus {

    Lab lab();

    /** Empty if the lab does not run. */
    Optional<ClusterState> state();

    /** The lab runs, wholly or in part. */
    record Running(ClusterState seen) implements LabStatus {
        @Override
        public Lab lab() {
            return seen.lab();
        }

        @Override
        public Optional<ClusterState> state() {
            return Optional.of(seen);
        }
    }

    /** @param lab as it was made or, if it never was, as it would be */
    record Off(Lab lab) implements LabStatus {
        @Override
        public Optional<ClusterState> state() {
            return Optional.empty();
        }
    }
}
