package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Checks that every pgpool that answers writes to the primary after a backend was attached, because pgpools search for the primary again at
 * each attach. If a pgpool writes to the attached backend, that backend is detached again.
 *
 * @param user the lab's user, whom pcp knows
 * @param timeLimit how long the search may take
 */
record CheckWrites(Node primary, Node attached, String user, Duration timeLimit) implements Step {

    private static final Duration USUAL_TIME_LIMIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);

    CheckWrites(Node primary, Node attached, String user) {
        this(primary, attached, user, USUAL_TIME_LIMIT);
    }

    @Override
    public String title() {
        return "check that every pgpool that answers writes to " + primary;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(Node.pgpool(0), "psql -h pgpool -U " + user + " -c 'show pool_nodes'"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        if (Await.until(() -> isRight(context.observer().glance()), timeLimit, PAUSE)) {
            return;
        }
        var state = context.observer().glance();
        var gap = RepairPlanner.writeGap(state, primary).orElse("");
        var undone = !attached.equals(primary)
                && BackendPlanner.emptied(List.of(attached), state).isEmpty();
        if (undone) {
            BackendPlanner.answeringPool(state)
                    .ifPresent(
                            pool -> new AttachOrDetachBackend(attached, pool, user, false).perform(context, progress));
        }
        throw LabException.failed(
                "after " + attached + " was attached, not every pgpool writes to " + primary,
                gap + (undone ? "; " + attached + " was detached again" : ""),
                "reconfigure");
    }

    private boolean isRight(ClusterState state) {
        return RepairPlanner.writeGap(state, primary).isEmpty();
    }
}
