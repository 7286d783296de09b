package org.pgpoollab.plan.wal;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.RewindMark;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Checks, before standbys are started, whether one has WAL that the leading primary does not have: it would start, and never stream. The
 * hosts have to be on.
 */
public record RefuseDivergedStandby(List<Node> nodes) implements Step {

    public RefuseDivergedStandby {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String title() {
        return "check that " + StateText.list(nodes) + " can follow the primary";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var state = context.observer().glance();
        Replication.leadingPrimary(state)
                .ifPresent(primary -> nodes.stream()
                        .filter(node -> isLeftBehind(node, timeline(primary, state), context))
                        .forEach(node -> refuse(node, primary, context, state)));
    }

    private static int timeline(Node primary, ClusterState state) {
        return state.postgres(primary)
                .says()
                .value()
                .map(PostgresFacts::timeline)
                .orElse(0);
    }

    /** Returns whether it would start as a standby on a timeline that the primary has left. */
    private static boolean isLeftBehind(Node node, int timeline, StepContext context) {
        var files = OfflineProbe.ofFiles(
                RewindMark.of(context, node), context.engine().isAlive(node, Server.POSTGRES));
        return !files.lives()
                && files.hasData()
                && files.isStandby()
                && !files.halfRewound()
                && files.timeline() < timeline;
    }

    private static void refuse(Node node, Node primary, StepContext context, ClusterState state) {
        var finder = new DivergenceFinder(context, state);
        var divergence = finder.of(node, primary);
        if (divergence.isApart()) {
            throw LabException.failed(
                    node + " cannot follow " + primary + " as it is",
                    "only " + node + " has: " + finder.onlyOn(node, primary).inWords(),
                    (divergence.canBeRewound() ? "rejoin " : "reclone ") + node);
        }
    }
}
