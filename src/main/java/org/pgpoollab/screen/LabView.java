package org.pgpoollab.screen;

import java.time.Instant;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.topology.Lab;

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

    /** Returns a snapshot with all nodes of the lab, none of which was probed. */
    static ClusterState nothingKnown(Lab lab, Instant at) {
        var postgres = lab.postgresNodes().stream()
                .map(node -> new PostgresNode(node, Observed.unasked(), Observed.unasked()))
                .toList();
        var pools = lab.pgpoolNodes().stream()
                .map(node -> new PoolNode(
                        node, Observed.unasked(), Observed.unasked(), Observed.unasked(), Observed.unasked()))
                .toList();
        return new ClusterState(lab, at, postgres, pools);
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
