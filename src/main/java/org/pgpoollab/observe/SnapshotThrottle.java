package org.pgpoollab.observe;

import java.time.Duration;

/**
 * Decides when the next snapshot is reported: soon after a change, but not for each of many changes, and regularly without one. For one
 * thread.
 */
final class SnapshotThrottle {

    private final Duration least;
    private final Duration most;
    private Duration soonest = Duration.ZERO;
    private Duration latest = Duration.ZERO;
    private boolean changed;

    SnapshotThrottle(PollIntervals intervals) {
        this.least = intervals.least();
        this.most = intervals.most();
    }

    void changed() {
        changed = true;
    }

    Duration dueAt() {
        return changed ? soonest : latest;
    }

    void told(Duration uptime) {
        changed = false;
        soonest = uptime.plus(least);
        latest = uptime.plus(most);
    }
}
