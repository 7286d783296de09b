package org.pgpoollab.drill;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.Planner;
import org.pgpoollab.plan.Repairs;

/** A lab as it is seen now, and who makes plans for it. */
record DrillSituation(ClusterState state, Repairs repairs) {

    FaultPlanner faults() {
        return new FaultPlanner(state);
    }

    Planner life() {
        return new Planner(state.lab());
    }
}
