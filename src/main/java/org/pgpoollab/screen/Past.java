package org.pgpoollab.screen;

import java.time.Instant;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.timeline.Event;

/**
 * What the screen remembers of earlier snapshots.
 *
 * @param events the oldest first
 */
public record Past(Recent recent, Reads reads, List<Event> events) {

    public static final Past NOTHING = new Past(Recent.NOTHING, Reads.NONE, List.of());

    public Past {
        events = List.copyOf(events);
    }

    /** The same and one snapshot more, first shown {@code now}. */
    public Past next(ClusterState state, Instant now) {
        return new Past(recent.next(state, now), reads.next(state, now), events);
    }

    public Past withEvents(List<Event> all) {
        return new Past(recent, reads, all);
    }
}
