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

/** Breaks a lab at random, under load, and brings it back each time. */
public final class Storm {

    private final DrillTarget ground;
    private final Clock clock;
    private final Consumer<String> tell;
    private final SteadyState peace;

    /** @param tell is told what goes on just now */
    public Storm(DrillTarget ground, Clock clock, Consumer<String> tell) {
        this.ground = ground;
        this.clock = clock;
        this.tell = tell;
        this.peace = new SteadyState(ground, clock);
    }

    /**
     * @param lasts no squall begins later than that; the last one is brought to its end
     * @throws LabException if the lab did not come back
     */
    public StormResult rage(long seed, Duration lasts, LoadShape shape, Consumer<StormResult.Round> listener) {
        var forecast = new StormGenerator(seed);
        var begun = clock.instant();
        try (var load = new SharedLoad(ground, shape)) {
            load.begin();
            peace.await();
            var rounds = new ArrayList<StormResult.Round>();
            while (Duration.between(begun, clock.instant()).compareTo(lasts) < 0) {
                rounds.add(squall(forecast.next()));
                listener.accept(rounds.get(rounds.size() - 1));
            }
            load.end();
            var healthy = Diagnosis.of(ground.look()).isHealthy();
            var report = ground.load().report(begun, clock.instant());
            return new StormResult(ground.lab(), shape, seed, begun, rounds, report.verdict(), healthy);
        }
    }

    private StormResult.Round squall(StormGenerator.Squall squall) {
        var begun = clock.instant();
        var hit = new HashSet<Node>();
        var faults = squall.strikes().stream()
                .map(strike -> strike(strike, hit))
                .flatMap(Optional::stream)
                .toList();
        ground.pause(squall.lasts());
        var recoverBegun = clock.instant();
        tell.accept("recover");
        var repaired = ground.recover();
        peace.await();
        var end = clock.instant();
        return new StormResult.Round(
                begun, faults, recoverBegun, end, repaired, ground.load().report(begun, end));
    }

    /** What was done, as a sentence; empty if nobody could be hit. */
    private Optional<String> strike(StormFault strike, Set<Node> hit) {
        var state = RetryingLook.until(ground, seen -> strike.victim(seen, hit).isPresent());
        var victim = strike.victim(state, hit);
        if (victim.isEmpty()) {
            tell.accept(strike.command() + ": nobody to hit");
            return Optional.empty();
        }
        try {
            var plan = strike.plan(new DrillSituation(state, ground.repairs()), victim.get());
            tell.accept(plan.title());
            ground.carryOut(plan);
            hit.add(victim.get());
            return Optional.of(plan.title());
        } catch (LabException refused) {
            if (refused.exit() == Exit.INTERRUPTED) {
                throw refused;
            }
            tell.accept(strike.command() + ": " + refused.problems().get(0).what());
            return Optional.empty();
        }
    }
}
