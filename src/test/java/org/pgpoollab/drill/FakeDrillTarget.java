package org.pgpoollab.drill;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.FakeLoad;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.version.ProgramVersions;

/** A lab that is broken and repaired in no time, and records the order of calls. */
final class FakeDrillTarget implements DrillTarget {

    final List<String> done = new ArrayList<>();
    final FakeLoad load = new FakeLoad();

    /** What each recovery in turn fails with, if it fails; those after the last succeed. */
    final Queue<Optional<LabException>> troubles = new ArrayDeque<>();

    private final Clock clock;
    private final ClusterState before;
    private final ClusterState after;
    private Consumer<ClusterState> listener = state -> {};

    /** @param after the snapshot after the first plan */
    FakeDrillTarget(Clock clock, ClusterState before, ClusterState after) {
        this.clock = clock;
        this.before = before;
        this.after = after;
        load.report = Optional.of(emptyReport(clock.instant()));
        load.loadStatus = () -> Optional.of(status(clock.instant()));
    }

    private static LoadReport emptyReport(Instant now) {
        return new LoadReport(
                now,
                now,
                LoadShape.USUAL,
                StatementOutcomes.NONE,
                StatementOutcomes.NONE,
                new TreeMap<>(),
                "",
                List.of(),
                new WriteAudit(10, 0, 0, 0, 0, 0, "pg-1", ""));
    }

    private static LoadStatus status(Instant now) {
        return new LoadStatus(
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
                "");
    }

    @Override
    public Lab lab() {
        return before.lab();
    }

    @Override
    public ProgramVersions versions() {
        return ProgramVersions.UNKNOWN;
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
        return load;
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
        if (!troubles.isEmpty()) {
            troubles.remove().ifPresent(trouble -> {
                throw trouble;
            });
        }
        return List.of();
    }
}
