package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.FencePostgres;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Kills and detaches every other node that says it is primary, so that no pgpool selects it when it searches for the primary, as it does at
 * each attach. The node's data stays; the node has to be recloned or rejoined afterwards.
 *
 * @param user the lab's user, whom pcp knows
 */
record FenceRivals(Node primary, String user) implements Step {

    @Override
    public String title() {
        return "ensure that no other node but " + primary + " is primary";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.comment(
                "kill PostgreSQL and repmgrd of every other node that says it is primary, and detach it"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        for (var rival : rivals(context.observer().glance())) {
            progress.note(rival + " says that it is primary, too: fenced and detached");
            new FencePostgres(rival).perform(context, progress);
            detach(rival, context, progress);
        }
    }

    private List<Node> rivals(ClusterState state) {
        return state.primaries().stream().filter(node -> !node.equals(primary)).toList();
    }

    /** Detaches the rival unless it is the last backend of a pgpool: a pgpool without any backend answers no pcp command any more. */
    private void detach(Node rival, StepContext context, Progress progress) {
        var state = context.observer().glance();
        var pool = BackendPlanner.answeringPool(state);
        if (pool.isPresent()
                && isHeldUp(rival, state)
                && BackendPlanner.emptied(List.of(rival), state).isEmpty()) {
            new AttachOrDetachBackend(rival, pool.get(), user, false).perform(context, progress);
        }
    }

    private static boolean isHeldUp(Node backend, ClusterState state) {
        return state.pools().stream()
                .flatMap(pool -> pool.belief(backend).stream())
                .anyMatch(view -> view.isUp());
    }
}
