package org.pgpoollab.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.plan.step.FakePlan;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Node;

/** A load that writes nothing and returns what a test has set. It runs from its start to its stop. */
public final class FakeLoad implements LabLoad {

    public boolean running;
    public Supplier<Optional<LoadStatus>> loadStatus = Optional::empty;
    public Optional<LoadReport> report = Optional.empty();
    /** The time ranges of the requested reports. */
    public final List<List<Instant>> asked = new ArrayList<>();

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Plan start(LoadShape shape) {
        running = true;
        return FakePlan.of("start " + shape);
    }

    @Override
    public Plan stop() {
        var stop = running ? FakePlan.of("stop load") : Plan.of("stop load");
        running = false;
        return stop;
    }

    @Override
    public LoadReport report(Instant from, Instant to) {
        asked.add(List.of(from, to));
        return report.orElseThrow(() -> LabException.failed("there was no load", "none was started", "load start"));
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
        return loadStatus.get();
    }
}
