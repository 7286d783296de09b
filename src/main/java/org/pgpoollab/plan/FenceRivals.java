package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/**
 * Takes every other node out of service that says it is primary: it is killed and detached, so that no pgpool can turn to it when it
 * looks for the primary again, as it does at each attach. Its data stays; it has to be recloned or rejoined.
 *
 * @param user the lab's user, whom pcp knows
 */
record FenceRivals(Node primary, String user) implements Step {

    @Override
    public String title() {
        return "see that no other node but " + primary + " is primary";
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

    /** Not the last one: pgpools without any backend hear nothing any more. */
    private void detach(Node rival, StepContext context, Progress progress) {
        var state = context.observer().glance();
        var pool = BackendPlanner.spokesmanOf(state);
        if (pool.isPresent()
                && isHeldUp(rival, state)
                && BackendPlanner.emptied(List.of(rival), state).isEmpty()) {
            new SetBackend(rival, pool.get(), user, false).perform(context, progress);
        }
    }

    private static boolean isHeldUp(Node backend, ClusterState state) {
        return state.pools().stream()
                .flatMap(pool -> pool.backends().value().stream().flatMap(List::stream))
                .anyMatch(view -> view.backend() == backend.index() && view.isUp());
    }
}
