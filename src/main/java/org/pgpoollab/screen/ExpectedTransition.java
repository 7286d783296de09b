package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.report.Disagreement;
import org.pgpoollab.topology.Timing;

/**
 * Decides whether a wrong belief about a node is excused: the node's state changed so recently that, by the lab's timing, a pgpool
 * or repmgr cannot know it yet. After that time the difference counts as a disagreement.
 *
 * <ul>
 *   <li>A pgpool notices a silent backend within {@code health_check_period + (retries + 1) × health_check_timeout + retries ×
 *       health_check_retry_delay}. The vote that follows takes {@code wd_interval}. Without a health check this time is zero.
 *   <li>A pgpool finds a new primary after it has detached the old one and checked again: that time plus {@code sr_check_period}.
 *   <li>repmgrd notices within {@code monitor_interval_secs + reconnect_attempts × (reconnect_interval + connect_timeout)}.
 *   <li>A pgpool keeps a detached backend down until it is attached again, so a belief that a serving backend is
 *       down is never excused.
 * </ul>
 */
record ExpectedTransition(ClusterState state, RecentChanges recent, Instant now) {

    static Duration poolNotices(Timing timing) {
        if (timing.healthCheckPeriod().isZero()) {
            return Duration.ZERO;
        }
        var retries = timing.healthCheckMaxRetries();
        return timing.healthCheckPeriod()
                .plus(timing.healthCheckTimeout().multipliedBy(retries + 1L))
                .plus(timing.healthCheckRetryDelay().multipliedBy(retries))
                .plus(timing.wdInterval());
    }

    static Duration poolLearnsRole(Timing timing) {
        return poolNotices(timing).plus(timing.srCheckPeriod());
    }

    static Duration repmgrNotices(Timing timing) {
        var attempt = timing.reconnectInterval().plus(timing.conninfoTimeout());
        return timing.monitorInterval().plus(attempt.multipliedBy(timing.reconnectAttempts()));
    }

    /** Tells whether a pgpool's belief that is in {@link Disagreement} is excused. */
    boolean excuses(PostgresNode seen, BackendView view) {
        var timing = state.lab().timing();
        if (!view.isUp() && Replication.serves(state, seen.node())) {
            return false;
        }
        var isWrongRole = view.isUp() && seen.says().isSeen() && view.isPrimary() != seen.isPrimary();
        return isWithin(isWrongRole ? poolLearnsRole(timing) : poolNotices(timing), seen);
    }

    /** Tells whether a row of repmgr's table that differs from what PostgreSQL reports is excused. */
    boolean excusesRepmgr(PostgresNode seen) {
        return isWithin(repmgrNotices(state.lab().timing()), seen);
    }

    private boolean isWithin(Duration allowance, PostgresNode seen) {
        return Duration.between(changedAt(seen), now).compareTo(allowance) < 0;
    }

    private Instant changedAt(PostgresNode seen) {
        if (seen.says() instanceof Observed.Unreachable<?> silence) {
            return silence.since();
        }
        var role =
                recent.changedAt(new TrackedFact(seen.node(), TrackedFact.SAYS)).orElse(Instant.EPOCH);
        var replication = recent.changedAt(new TrackedFact(seen.node(), TrackedFact.REPLICATION))
                .orElse(Instant.EPOCH);
        return role.isAfter(replication) ? role : replication;
    }
}
