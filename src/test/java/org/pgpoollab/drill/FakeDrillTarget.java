package org.pgpoollab.drill;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.load.UnreplicatedWrites;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/** A lab that is broken and repaired in no time, and records the order of calls. */
final class FakeDrillTarget implements DrillTarget, LabLoad {

    final List<String> done = new ArrayList<>();
    boolean loaded;
    RuntimeException trouble;

    private final Clock clock;
    private final ClusterState before;
    private final ClusterState after;
    private Consumer<ClusterState> listener = state -> {};

    /** @param after the snapshot after the first plan */
    FakeDrillTarget(Clock clock, ClusterState before, ClusterState after) {
        this.clock = clock;
        this.before = before;
        this.after = after;
    }

    @Override
    public Lab lab() {
        return before.lab();
    }

    @Override
    public ClusterState look() {
        return before;
    }

    @Override
    public WatchHandle watch(Consumer<ClusterState> told) {
        listener = told;
        return () -> done.add("watched to the end");
    }

    @Override
    public LabRepairs repairs() {
        var directory = new LabDirectory(Path.of("/nowhere"));
        return new LabRepairs(
                new StepContext(lab(), directory, Path.of("/nowhere"), null, null, null, null, null), directory);
    }

    @Override
    public LabLoad load() {
        return this;
    }

    @Override
    public void pause(Duration span) {
        done.add("pause " + span.toSeconds() + " s");
    }

    @Override
    public void carryOut(Plan plan) {
        done.add(plan.title());
        listener.accept(
                new ClusterState(after.lab(), clock.instant(), after.postgres(), after.pools(), after.faults()));
    }

    @Override
    public List<CompletedRepair> recover() {
        done.add("recover");
        if (trouble != null) {
            throw trouble;
        }
        return List.of();
    }

    @Override
    public boolean isRunning() {
        return loaded;
    }

    @Override
    public Plan start(LoadShape shape) {
        loaded = true;
        return Plan.of("start load");
    }

    @Override
    public Plan stop() {
        loaded = false;
        return Plan.of("stop load");
    }

    @Override
    public LoadReport report(Instant from, Instant to) {
        return new LoadReport(
                from,
                to,
                LoadShape.USUAL,
                StatementOutcomes.NONE,
                StatementOutcomes.NONE,
                new TreeMap<>(),
                "",
                List.of(),
                new WriteAudit(10, 0, 0, 0, 0, 0, "pg-1", ""));
    }

    @Override
    public Optional<UnreplicatedWrites> atStake(Node node, Node primary) {
        return Optional.empty();
    }

    @Override
    public List<Milestone> milestones(Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<TenthSecond> tenths(Instant from, Instant to) {
        return List.of();
    }

    @Override
    public Optional<LoadStatus> loadStatus() {
        var now = clock.instant();
        return Optional.of(new LoadStatus(
                now,
                now,
                LoadShape.USUAL,
                100,
                0,
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                100,
                100,
                0,
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                ""));
    }
}
