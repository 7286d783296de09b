package org.pgpoollab.screen;

import java.time.Instant;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.timeline.Event;

/**
 * What the screen keeps from earlier snapshots.
 *
 * @param events the events, oldest first
 * @param loadStatus the status of the lab's newest load; empty if there was none
 */
public record SnapshotHistory(RecentChanges recent, ReadRates reads, List<Event> events, List<LoadStatus> loadStatus) {

    public static final SnapshotHistory NOTHING =
            new SnapshotHistory(RecentChanges.NOTHING, ReadRates.NONE, List.of(), List.of());

    public SnapshotHistory {
        events = List.copyOf(events);
        loadStatus = List.copyOf(loadStatus);
    }

    /** Adds a snapshot that is first shown at {@code now}. */
    public SnapshotHistory next(ClusterState state, Instant now) {
        return new SnapshotHistory(recent.next(state, now), reads.next(state, now), events, loadStatus);
    }

    public SnapshotHistory withEvents(List<Event> all) {
        return new SnapshotHistory(recent, reads, all, loadStatus);
    }

    public SnapshotHistory with(LoadStatus newest) {
        return new SnapshotHistory(recent, reads, events, List.of(newest));
    }
}
