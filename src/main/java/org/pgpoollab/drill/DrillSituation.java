package org.pgpoollab.drill;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.ServerPlanner;

/** A lab as it is seen now, and who makes plans for it. */
record DrillSituation(ClusterState state, LabRepairs repairs) {

    FaultPlanner faults() {
        return new FaultPlanner(state);
    }

    ServerPlanner life() {
        return new ServerPlanner(state.lab());
    }
}
