package org.pgpoollab.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.drill.CompletedRepair;
import org.pgpoollab.drill.Drill;
import org.pgpoollab.drill.DrillTarget;
import org.pgpoollab.engine.Await;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.reconfigure.ReconfigureLoop;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersions;

/** Runs drills on the lab of a session. Plans of a drill become events of the lab, but their steps are not shown. */
final class SessionDrillTarget implements DrillTarget {

    private final CommandContext context;

    SessionDrillTarget(CommandContext context) {
        this.context = context;
    }

    @Override
    public Lab lab() {
        return context.session().lab();
    }

    @Override
    public ProgramVersions versions() {
        return context.session().versions();
    }

    @Override
    public ClusterState look() {
        return context.session().look();
    }

    /** Returns the plan that would begin a drill now. */
    Plan preview(Drill drill) {
        return drill.fault(look(), repairs());
    }

    @Override
    public WatchHandle watch(Consumer<ClusterState> listener) {
        return context.session().watch(listener);
    }

    @Override
    public LabRepairs repairs() {
        return context.session().repairs();
    }

    @Override
    public LabLoad load() {
        return context.session().load();
    }

    @Override
    public void pause(Duration span) {
        Await.until(() -> false, span);
    }

    @Override
    public void carryOut(Plan plan) {
        context.carryOut(plan, Progress.SILENT);
    }

    @Override
    public List<CompletedRepair> recover() {
        var repaired = new ArrayList<CompletedRepair>();
        try {
            guidance(Optional.empty(), repaired).recover();
        } catch (LabException undecided) {
            var chosen = writtenTo(context.session().glance());
            if (chosen.isEmpty()) {
                throw undecided;
            }
            guidance(chosen, repaired).recover();
        }
        return repaired;
    }

    private ReconfigureLoop guidance(Optional<Node> chosen, List<CompletedRepair> repaired) {
        return new ReconfigureLoop(context.quietly(), chosen, repaired::add);
    }

    /** Chooses among several primaries the one to which most pgpools write, if nothing else decides; empty unless there are several. */
    static Optional<Node> writtenTo(ClusterState state) {
        if (state.primaries().size() < 2) {
            return Optional.empty();
        }
        return state.primaries().stream().max(Comparator.comparingLong(node -> writers(state, node)));
    }

    private static long writers(ClusterState state, Node node) {
        return state.pools().stream()
                .flatMap(pool -> pool.belief(node).stream())
                .filter(BackendView::receivesWrites)
                .count();
    }
}
