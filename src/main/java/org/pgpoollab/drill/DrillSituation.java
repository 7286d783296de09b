package org.pgpoollab.drill;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.ServerPlanner;

/** A snapshot of a lab, with the planners of faults and repairs for it. */
record DrillSituation(ClusterState state, LabRepairs repairs) {

    FaultPlanner faults() {
        return new FaultPlanner(state);
    }

    ServerPlanner life() {
        return new ServerPlanner(state.lab());
    }
}
