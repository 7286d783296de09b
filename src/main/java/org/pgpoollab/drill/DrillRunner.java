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
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Node;

/**
 * Rehearses a failure under load: it injects the fault, waits until the rest of the lab serves again, repairs, and proves the repair.
 * A run that has begun is always completed; what goes wrong becomes part of its result.
 */
public final class DrillRunner {

    private final DrillTarget target;
    private final Clock clock;
    private final Consumer<String> tell;
    private final SteadyState steadyState;

    /** @param tell receives messages about the current action */
    public DrillRunner(DrillTarget target, Clock clock, Consumer<String> tell) {
        this.target = target;
        this.clock = clock;
        this.tell = tell;
        this.steadyState = new SteadyState(target, clock);
    }

    /**
     * Runs a drill several times. After an interruption the completed runs are the result, if there are any.
     *
     * @param listener receives each run as it ends
     * @throws LabException if the lab is not healthy at the start, or did not recover after a run
     */
    public DrillResult drill(Drill drill, int runs, LoadShape shape, Consumer<DrillRun> listener) {
        requireHealthy();
        try (var load = new SharedLoad(target, shape)) {
            load.begin();
            var from = clock.instant();
            var done = new ArrayList<DrillRun>();
            for (var run = 1; run <= runs; run++) {
                if (runs > 1) {
                    tell.accept("run " + run + " of " + runs);
                }
                var ended = run(drill, done.isEmpty());
                if (ended.isEmpty()) {
                    break;
                }
                done.add(ended.get());
                listener.accept(ended.get());
            }
            load.end();
            var verdict = target.load().report(from, clock.instant()).verdict();
            return new DrillResult(drill, target.lab(), target.versions(), shape, done, verdict);
        }
    }

    private void requireHealthy() {
        var health = Diagnosis.of(target.look());
        if (!health.isHealthy()) {
            throw LabException.failed(
                    "a drill begins with a healthy lab",
                    health.errors().get(0).problem().what(),
                    "recover");
        }
    }

    /** Returns the completed run; empty if it was interrupted and is not the first one, so that there are others to report. */
    private Optional<DrillRun> run(Drill drill, boolean isFirst) {
        try {
            return Optional.of(run(drill));
        } catch (LabException stopped) {
            if (stopped.exit() != Exit.INTERRUPTED || isFirst) {
                throw stopped;
            }
            tell.accept("interrupted; these are the runs that were completed");
            return Optional.empty();
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

    /**
     * Injects the fault and watches until the rest serves again. The watcher stops then, because it would slow down the repair that is
     * measured next.
     */
    private Struck stormFault(Plan fault, Function<ClusterState, Optional<String>> gap) {
        var waiter = new StateWaiter();
        var watching = target.watch(waiter::tell);
        try {
            var begun = clock.instant();
            target.carryOut(fault);
            return new Struck(begun, waiter.await(gap, begun, timeLimit()));
        } finally {
            watching.close();
        }
    }

    private DrillRun repaired(Struck struck, String fault, List<Node> victims, boolean endsByItself) {
        var begun = struck.begun();
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
                recovery(struck, endsByItself),
                repairBegun,
                whole,
                repaired,
                target.load().report(begun, boundary).disturbances(),
                target.load().milestones(begun, end),
                target.load().tenths(begun, end));
    }

    private static SelfRecovery recovery(Struck struck, boolean endsByItself) {
        var seen = struck.seen();
        if (!seen.gap().isEmpty()) {
            return new SelfRecovery.Missing(seen.gap());
        }
        return endsByItself
                ? new SelfRecovery.Redundant(Duration.between(struck.begun(), seen.when()))
                : new SelfRecovery.NotExpected();
    }

    /**
     * Returns the limit for the failover: twice the sum of this lab's timeouts, so that a late failover is still seen, and a missing
     * one is reported.
     */
    private Duration timeLimit() {
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
