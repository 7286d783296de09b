package org.pgpoollab.screen;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Diagnosis;

/** What the screen knows about the lab: its state, that it is not running, or nothing yet. */
public sealed interface LabView {

    LabView NOT_RUNNING = new NotRunning();

    /** It is not known yet whether the lab is running. */
    LabView LOOKING = new Looking();

    /** Returns the snapshot of a running lab; empty otherwise. */
    Optional<ClusterState> state();

    static LabView of(ClusterState state) {
        return new Running(state, Diagnosis.of(state));
    }

    record Looking() implements LabView {
        @Override
        public Optional<ClusterState> state() {
            return Optional.empty();
        }
    }

    record NotRunning() implements LabView {
        @Override
        public Optional<ClusterState> state() {
            return Optional.empty();
        }
    }

    /**
     * A running lab.
     *
     * @param health the diagnosis of the snapshot, kept because it is expensive to compute
     */
    record Running(ClusterState cluster, ClusterHealth health) implements LabView {
        @Override
        public Optional<ClusterState> state() {
            return Optional.of(cluster);
        }
    }
}
