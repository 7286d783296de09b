package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.PlanRunner;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Attaches a backend if any pgpool has marked it down or has its role wrong, which often shows only after a repair. Restarts a pgpool that
 * still differs from the watchdog's leader afterwards. A primary that the pgpools hold down is attached before a standby: they would look
 * for a primary among the other backends, and do nothing else meanwhile.
 */
record AttachWhereDown(Node node, String user) implements Step {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public String title() {
        return "attach " + node + " where it is held down";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(
                Node.pgpool(0),
                "pcp_attach_node -h pgpool -p " + Lab.PCP_PORT + " -U " + user + " -w -n " + node.index()));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var state = context.observer().glance();
        if (isRightEverywhere(state)) {
            return;
        }
        attachPrimaryFirst(state, context, progress);
        var attaching = new AttachOrDetachBackend(node, answeringPoolOrFail(state), user, true);
        if (Dissent.from(state, node).isEmpty()) {
            attaching.tell(context);
        }
        progress.waiting("every pgpool to hold " + node + " up");
        if (Await.until(() -> isRightEverywhere(context.observer().glance()), TIME_LIMIT, PAUSE)) {
            return;
        }
        var dissenters = Dissent.from(context.observer().glance(), node);
        if (dissenters.isEmpty()) {
            attaching.perform(context, progress);
        } else {
            progress.note(StateText.list(dissenters) + " did not take it over from the leader: restarted");
            PlanRunner.run(new PgpoolPlanner(context.lab()).restart(dissenters), context, Progress.SILENT);
        }
    }

    private void attachPrimaryFirst(ClusterState state, StepContext context, Progress progress) {
        Replication.leadingPrimary(state)
                .filter(primary -> !primary.equals(node) && BackendPlanner.isHeldDown(primary, state))
                .ifPresent(primary -> {
                    progress.note("the pgpools hold " + primary + " down too, the primary: it is attached first");
                    new AttachWhereDown(primary, user).perform(context, progress);
                });
    }

    private Node answeringPoolOrFail(ClusterState state) {
        return BackendPlanner.answeringPool(state)
                .orElseThrow(() -> LabException.failed(
                        node + " cannot be attached", "no pgpool answers", "start pgpool-0; attach " + node));
    }

    private boolean isRightEverywhere(ClusterState state) {
        return state.connectedPools().stream()
                .filter(pool -> pool.backends().isSeen())
                .allMatch(pool -> Dissent.isRight(state, pool, node));
    }
}
