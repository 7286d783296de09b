package org.pgpoollab.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.load.UnreplicatedWrites;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Node;

/** A load that does nothing and returns what a test has set. */
public final class FakeLoad implements LabLoad {

    public boolean running;
    public Optional<LoadStatus> loadStatus = Optional.empty();
    public Optional<LoadReport> report = Optional.empty();
    /** The time ranges of the requested reports. */
    public final List<List<Instant>> asked = new ArrayList<>();

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Plan start(LoadShape shape) {
        return FakeLabSession.plan("start " + shape);
    }

    @Override
    public Plan stop() {
        return running ? FakeLabSession.plan("stop load") : Plan.of("stop load", List.of());
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
        return loadStatus;
    }
}
