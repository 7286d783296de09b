package org.pgpoollab.drill;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.topology.Node;

/** Injects random faults into a lab under load, and repairs it after each group of faults. */
public final class Storm {

    private final DrillTarget target;
    private final Clock clock;
    private final Consumer<String> tell;
    private final SteadyState steadyState;

    /** @param tell receives messages about the current action */
    public Storm(DrillTarget target, Clock clock, Consumer<String> tell) {
        this.target = target;
        this.clock = clock;
        this.tell = tell;
        this.steadyState = new SteadyState(target, clock);
    }

    /**
     * Runs the storm.
     *
     * @param lasts the time after which no new group of faults begins; the last group is completed
     * @throws LabException if the lab did not recover
     */
    public StormResult run(long seed, Duration lasts, LoadShape shape, Consumer<StormResult.Round> listener) {
        var generator = new StormGenerator(seed);
        var begun = clock.instant();
        try (var load = new SharedLoad(target, shape)) {
            load.begin();
            steadyState.await();
            var rounds = new ArrayList<StormResult.Round>();
            while (Duration.between(begun, clock.instant()).compareTo(lasts) < 0) {
                rounds.add(round(generator.next()));
                listener.accept(rounds.get(rounds.size() - 1));
            }
            load.end();
            var healthy = Diagnosis.of(target.look()).isHealthy();
            var report = target.load().report(begun, clock.instant());
            return new StormResult(target.lab(), shape, seed, begun, rounds, report.verdict(), healthy);
        }
    }

    private StormResult.Round round(StormGenerator.FaultGroup group) {
        var begun = clock.instant();
        var hit = new HashSet<Node>();
        var faults = group.faults().stream()
                .map(stormFault -> stormFault(stormFault, hit))
                .flatMap(Optional::stream)
                .toList();
        target.pause(group.lasts());
        var recoverBegun = clock.instant();
        tell.accept("recover");
        var repaired = target.recover();
        steadyState.await();
        var end = clock.instant();
        return new StormResult.Round(
                begun, faults, recoverBegun, end, repaired, target.load().report(begun, end));
    }

    /** Injects one fault and returns its title; empty if no node had the role, or the fault was refused. */
    private Optional<String> stormFault(StormFault stormFault, Set<Node> hit) {
        var state =
                RetryingLook.until(target, seen -> stormFault.victim(seen, hit).isPresent());
        var victim = stormFault.victim(state, hit);
        if (victim.isEmpty()) {
            tell.accept(stormFault.command() + ": nobody to hit");
            return Optional.empty();
        }
        try {
            var plan = stormFault.plan(new DrillSituation(state, target.repairs()), victim.get());
            tell.accept(plan.title());
            target.carryOut(plan);
            hit.add(victim.get());
            return Optional.of(plan.title());
        } catch (LabException refused) {
            if (refused.exit() == Exit.INTERRUPTED) {
                throw refused;
            }
            tell.accept(stormFault.command() + ": " + refused.problems().get(0).what());
            return Optional.empty();
        }
    }
}
