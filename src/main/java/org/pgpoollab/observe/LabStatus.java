package org.pgpoollab.observe;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Lab;

/** The status of a lab as a {@link LabWatch} reports it: running or off. */
public sealed interface LabStatus {

    Lab lab();

    /** Returns the snapshot; empty if the lab does not run. */
    Optional<ClusterState> state();

    /** The lab runs, completely or in part. */
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

    /** @param lab the lab as it was created or, if it never was, as it would be created */
    record Off(Lab lab) implements LabStatus {
        @Override
        public Optional<ClusterState> state() {
            return Optional.empty();
        }
    }
}
