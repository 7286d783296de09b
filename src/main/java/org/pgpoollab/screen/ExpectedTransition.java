package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.report.Disagreement;

/**
 * Decides whether a wrong belief about a node is excused: the node's state changed so recently that, by the lab's timing, a pgpool
 * or repmgr cannot know it yet. After that time the difference counts as a disagreement. A pgpool keeps a detached backend down until it is
 * attached again, so a belief that a serving backend is down is never excused.
 */
record ExpectedTransition(ClusterState state, RecentChanges recent, Instant now) {

    /** Tells whether a pgpool's belief that is in {@link Disagreement} is excused. */
    boolean excuses(PostgresNode seen, BackendView view) {
        var timing = state.lab().timing();
        if (!view.isUp() && Replication.serves(state, seen.node())) {
            return false;
        }
        var isWrongRole = view.isUp() && seen.says().isSeen() && view.isPrimary() != seen.isPrimary();
        return isWithin(isWrongRole ? timing.poolLearnsRole() : timing.poolNotices(), seen);
    }

    /** Tells whether a row of repmgr's table that differs from what PostgreSQL reports is excused. */
    boolean excusesRepmgr(PostgresNode seen) {
        return isWithin(state.lab().timing().repmgrNotices(), seen);
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
