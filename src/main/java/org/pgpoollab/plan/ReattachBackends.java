package org.pgpoollab.plan;

import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Attaches backends that every pgpool has marked down although they work. On a slow machine the pgpools check nodes that are still
 * starting, mark them down, and do not attach them again by themselves.
 */
record ReattachBackends(StepContext context, ClusterState state) {

    void perform() {
        // Without a leader no pgpool would pass the change on to the others.
        if (state.vipHolders().isEmpty()) {
            return;
        }
        for (var seen : state.postgres()) {
            if (isFit(seen.node()) && BackendPlanner.isHeldDown(seen.node(), state)) {
                BackendPlanner.answeringPool(state).ifPresent(pool -> attach(seen.node(), pool));
            }
        }
    }

    private boolean isFit(Node node) {
        return Replication.serves(state, node)
                && (!state.postgres(node).isPrimary() || state.primaries().size() == 1);
    }

    private void attach(Node node, Node pool) {
        try {
            new AttachOrDetachBackend(node, pool, state.lab().credentials().user(), true).tell(context);
        } catch (LabException notNow) {
            // The next snapshot shows whether it is still needed, and the proof's deadline ends the attempts.
        }
    }
}
