package org.pgpoollab.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.topology.Node;

/**
 * Rehearses a failure under load: break, wait until the rest serves again, repair, prove. Once begun a run is brought to its end, and
 * what went wrong is a part of its result.
 */
public final class DrillRunner {

    private final DrillTarget target;
    private final Clock clock;
    private final Consumer<String> tell;
    private final SteadyState steadyState;

    /** @param tell is told what goes on just now */
    public DrillRunner(DrillTarget target, Clock clock, Consumer<String> tell) {
        this.target = target;
        this.clock = clock;
        this.tell = tell;
        this.steadyState = new SteadyState(target, clock);
    }

    /**
     * @param listener is told each run as it ends
     * @throws LabException if the lab is not healthy when it begins, or did not come back after a run
     */
    public DrillResult drill(Drill drill, int runs, LoadShape shape, Consumer<DrillRun> listener) {
        requireHealthy();
        try (var load = new SharedLoad(target, shape)) {
            load.begin();
            var from = clock.instant();
            var done = new ArrayList<DrillRun>();
            for (var run = 1; run <= runs; run++) {
                tell.accept("run " + run + " of " + runs);
                done.add(run(drill));
                listener.accept(done.get(done.size() - 1));
            }
            load.end();
            var verdict = target.load().report(from, clock.instant()).verdict();
            return new DrillResult(drill, target.lab(), shape, done, verdict);
        }
    }

    private void requireHealthy() {
        var health = Diagnosis.of(target.look());
        if (!health.isHealthy()) {
            throw LabException.failed(
                    "a drill begins with a healthy lab",
                    health.errors().get(0).problem().what(),
                    "recover; then the drill again");
        }
    }

    private DrillRun run(Drill drill) {
        steadyState.await();
        var state = RetryingLook.until(target, seen -> !drill.victims(seen).isEmpty());
        var victims = drill.hits(state);
        var plan = drill.fault(new DrillSituation(state, target.repairs()), victims);
        tell.accept(plan.title());
        var struck = stormFault(plan, now -> drill.gap(now, Set.copyOf(victims)));
        if (drill.endsByItself() && struck.seen().gap().isEmpty()) {
            steadyState.await();
        }
        return repaired(struck, plan.title(), victims, drill.endsByItself());
    }

    private record Struck(Instant begun, StateWaiter.Seen seen) {}

    /** Watches only until the rest serves again: who watches takes part of the machine on which the repair is measured. */
    private Struck stormFault(Plan fault, Function<ClusterState, Optional<String>> gap) {
        var waiter = new StateWaiter();
        var watching = target.watch(waiter::tell);
        try {
            var begun = clock.instant();
            target.carryOut(fault);
            return new Struck(begun, waiter.await(gap, begun, patience()));
        } finally {
            watching.close();
        }
    }

    private DrillRun repaired(Struck struck, String fault, List<Node> victims, boolean endsByItself) {
        var begun = struck.begun();
        var seen = struck.seen();
        var repairBegun = clock.instant();
        tell.accept("recover");
        var repaired = target.recover();
        var whole = Duration.between(begun, clock.instant());
        steadyState.await();
        var end = clock.instant();
        var boundary = endsByItself ? repairBegun : end;
        return new DrillRun(
                begun,
                fault,
                Set.copyOf(victims),
                Optional.of(Duration.between(begun, seen.when()))
                        .filter(span -> endsByItself && seen.gap().isEmpty()),
                seen.gap().orElse(""),
                repairBegun,
                whole,
                repaired,
                target.load().report(begun, boundary).disturbances(),
                target.load().milestones(begun, end),
                target.load().tenths(begun, end));
    }

    /** Twice what this lab's settings can add up to, so that what comes late is still seen, and what never comes is told. */
    private Duration patience() {
        var timing = target.lab().timing();
        var pgpool = timing.healthCheckPeriod()
                .plus(timing.healthCheckTimeout()
                        .plus(timing.healthCheckRetryDelay())
                        .multipliedBy(timing.healthCheckMaxRetries() + 1L));
        var repmgr = timing.reconnectInterval().plus(timing.conninfoTimeout()).multipliedBy(timing.reconnectAttempts());
        return pgpool.plus(repmgr)
                .plus(timing.wdHeartbeatDeadtime())
                .plus(timing.srCheckPeriod())
                .multipliedBy(2)
                .plusSeconds(30);
    }
}
