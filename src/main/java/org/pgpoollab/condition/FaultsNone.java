package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.fault.Fault;

/** The condition that no fault is active. */
record FaultsNone() implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        var faults = state.faults().all().stream().map(Fault::text).toList();
        return Evaluation.of(faults.isEmpty(), faults.isEmpty() ? "no fault is active" : StateText.list(faults));
    }

    @Override
    public String sentence() {
        return "faults are none";
    }
}
