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

    private final DrillTarget ground;
    private final Clock clock;
    private final Consumer<String> tell;
    private final SteadyState peace;

    /** @param tell is told what goes on just now */
    public DrillRunner(DrillTarget ground, Clock clock, Consumer<String> tell) {
        this.ground = ground;
        this.clock = clock;
        this.tell = tell;
        this.peace = new SteadyState(ground, clock);
    }

    /**
     * @param listener is told each run as it ends
     * @throws LabException if the lab is not healthy when it begins, or did not come back after a run
     */
    public DrillResult drill(Drill drill, int runs, LoadShape shape, Consumer<DrillRun> listener) {
        requireHealthy();
        try (var load = new SharedLoad(ground, shape)) {
            load.begin();
            var from = clock.instant();
            var courses = new ArrayList<DrillRun>();
            for (var run = 1; run <= runs; run++) {
                tell.accept("run " + run + " of " + runs);
                courses.add(run(drill));
                listener.accept(courses.get(courses.size() - 1));
            }
            load.end();
            var verdict = ground.load().report(from, clock.instant()).verdict();
            return new DrillResult(drill, ground.lab(), shape, courses, verdict);
        }
    }

    private void requireHealthy() {
        var health = Diagnosis.of(ground.look());
        if (!health.isHealthy()) {
            throw LabException.failed(
                    "a drill begins with a healthy lab",
                    health.errors().get(0).problem().what(),
                    "recover; then the drill again");
        }
    }

    private DrillRun run(Drill drill) {
        peace.await();
        var state = RetryingLook.until(ground, seen -> !drill.victims(seen).isEmpty());
        var victims = drill.hits(state);
        var plan = drill.fault(new DrillSituation(state, ground.repairs()), victims);
        tell.accept(plan.title());
        var struck = strike(plan, now -> drill.gap(now, Set.copyOf(victims)));
        if (drill.endsByItself() && struck.seen().gap().isEmpty()) {
            peace.await();
        }
        return repaired(struck, plan.title(), victims, drill.endsByItself());
    }

    private record Struck(Instant begun, StateWaiter.Seen seen) {}

    /** Watches only until the rest serves again: who watches takes part of the machine on which the repair is measured. */
    private Struck strike(Plan fault, Function<ClusterState, Optional<String>> gap) {
        var lookout = new StateWaiter();
        var watching = ground.watch(lookout::tell);
        try {
            var begun = clock.instant();
            ground.carryOut(fault);
            return new Struck(begun, lookout.await(gap, begun, patience()));
        } finally {
            watching.close();
        }
    }

    private DrillRun repaired(Struck struck, String fault, List<Node> victims, boolean endsByItself) {
        var begun = struck.begun();
        var seen = struck.seen();
        var repairBegun = clock.instant();
        tell.accept("recover");
        var repaired = ground.recover();
        var whole = Duration.between(begun, clock.instant());
        peace.await();
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
                ground.load().report(begun, boundary).disturbances(),
                ground.load().milestones(begun, end),
                ground.load().tenths(begun, end));
    }

    /** Twice what this lab's settings can add up to, so that what comes late is still seen, and what never comes is told. */
    private Duration patience() {
        var timing = ground.lab().timing();
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
