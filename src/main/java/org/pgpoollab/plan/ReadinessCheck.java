package org.pgpoollab.plan;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.diagnosis.CommitsWait;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.Finding;
import org.pgpoollab.diagnosis.LastingFinding;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.StepContext;

/** Checks whether the lab is whole, each time it is asked, and reports what is missing whenever that changes. It also re-attaches backends and
 * restarts pgpools that keep the lab from being ready. */
final class ReadinessCheck {

    private static final Duration REFUSALS_OF_A_START = Duration.ofSeconds(5);

    /** How long a problem must last: a setting that was changed during the start may not have reached all nodes before. */
    private static final Duration LASTING = Duration.ofSeconds(10);

    private final StepContext context;
    private final Progress progress;
    private final RestartDissenters dissenters;
    private List<Problem> missing = List.of();
    private long restedUntil = System.nanoTime();
    private OptionalLong refusedSince = OptionalLong.empty();
    private OptionalLong lastingSince = OptionalLong.empty();

    ReadinessCheck(StepContext context, Progress progress) {
        this.context = context;
        this.progress = progress;
        this.dissenters = new RestartDissenters(context, progress);
    }

    /**
     * Takes a snapshot, and then pauses as long as it took, because it costs the servers as much time. The complete snapshot makes each
     * pgpool connect to each backend three times, so it is only taken when the cheap one finds no errors.
     */
    boolean isOver() {
        if (System.nanoTime() < restedUntil) {
            return false;
        }
        var begun = System.nanoTime();
        var state = context.observer().glance();
        var now = missing(state);
        if (now.isEmpty()) {
            state = context.observer().examine();
            now = missing(state);
        }
        restedUntil = 2 * System.nanoTime() - begun;
        new ReattachBackends(context, state).perform();
        if (!now.isEmpty() && !subject(now).equals(subject(missing))) {
            progress.waitingBecause(subject(now));
        }
        missing = now;
        if (!now.isEmpty()) {
            dissenters.perform(state, System.nanoTime());
        }
        if (!now.isEmpty() && isHopeless(state, begun)) {
            missing = lasting(state);
            return true;
        }
        return now.isEmpty();
    }

    /**
     * Returns whether waiting longer is useless. A pgpool may refuse clients for a moment while it starts; if it still does so later, only
     * a restart helps.
     */
    private boolean isHopeless(ClusterState state, long now) {
        refusedSince = since(refusedSince, state.pools().stream().anyMatch(ClusterState.PoolNode::refusesClients), now);
        lastingSince =
                since(lastingSince, Diagnosis.of(state).findings().stream().anyMatch(LastingFinding::is), now);
        return CommitsWait.isForEver(state)
                || isLongerThan(REFUSALS_OF_A_START, refusedSince, now)
                || isLongerThan(LASTING, lastingSince, now);
    }

    private static OptionalLong since(OptionalLong before, boolean holds, long now) {
        if (!holds) {
            return OptionalLong.empty();
        }
        return before.isPresent() ? before : OptionalLong.of(now);
    }

    private static boolean isLongerThan(Duration most, OptionalLong since, long now) {
        return since.isPresent() && now - since.getAsLong() > most.toNanos();
    }

    /** Returns the first missing thing without its duration, which differs in every snapshot. */
    private static String subject(List<Problem> problems) {
        return problems.isEmpty() ? "" : problems.get(0).what().replaceFirst(", for [0-9].*$", "");
    }

    private static List<Problem> missing(ClusterState state) {
        return Redundancy.missing(state);
    }

    /** Returns what does not pass by itself, without what is only not ready yet; everything that is missing if nothing is known to last. */
    private static List<Problem> lasting(ClusterState state) {
        var errors = Diagnosis.of(state).errors();
        var lasting = errors.stream()
                .filter(finding -> LastingFinding.is(finding)
                        || (CommitsWait.isForEver(state) && finding.isFoundBy(CommitsWait.class)))
                .toList();
        return problems(lasting.isEmpty() ? errors : lasting);
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream().map(Finding::problem).toList();
    }

    List<Problem> missing() {
        return missing;
    }
}
