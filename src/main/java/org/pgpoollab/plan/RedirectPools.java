package org.pgpoollab.plan;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Makes pgpools that use another backend as the primary search for the primary again. They search only when a backend is detached or
 * attached, and attaching one that is up already has no effect. So the wrong backend is detached, and attached again if it streams.
 *
 * @param user the lab's user, whom pcp knows
 */
record RedirectPools(Node primary, String user) implements Step {

    @Override
    public String title() {
        return "ensure that no pgpool takes another node for the primary";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.comment("detach and attach a standby that a pgpool takes for the primary"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var state = context.observer().glance();
        var mistaken = mistaken(state, primary);
        var pool = BackendPlanner.answeringPool(state);
        if (mistaken.isEmpty() || pool.isEmpty()) {
            return;
        }
        var backend = mistaken.get();
        if (!BackendPlanner.emptied(List.of(backend), state).isEmpty()) {
            return;
        }
        progress.note(backend + " is taken for the primary: detached, so that the pgpools look again");
        new AttachOrDetachBackend(backend, pool.get(), user, false).perform(context, progress);
        if (Replication.isStreaming(context.observer().glance(), backend)) {
            new AttachOrDetachBackend(backend, pool.get(), user, true).perform(context, progress);
        }
    }

    /** Returns the backend to which a pgpool writes although another one is the primary. */
    static Optional<Node> mistaken(ClusterState state, Node primary) {
        return state.postgres().stream()
                .map(ClusterState.PostgresNode::node)
                .filter(node -> !node.equals(primary))
                .filter(node -> state.pools().stream()
                        .flatMap(pool -> pool.belief(node).stream())
                        .anyMatch(BackendView::receivesWrites))
                .findFirst();
    }
}
