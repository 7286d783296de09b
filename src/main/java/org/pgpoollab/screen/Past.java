package org.pgpoollab.screen;

import java.time.Instant;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.timeline.Event;

/**
 * What the screen remembers of earlier snapshots.
 *
 * @param events the oldest first
 * @param pulse of the newest load that the lab has, or had; nothing if there was none
 */
public record Past(Recent recent, Reads reads, List<Event> events, List<LoadStatus> pulse) {

    public static final Past NOTHING = new Past(Recent.NOTHING, Reads.NONE, List.of(), List.of());

    public Past {
        events = List.copyOf(events);
        pulse = List.copyOf(pulse);
    }

    /** The same and one snapshot more, first shown {@code now}. */
    public Past next(ClusterState state, Instant now) {
        return new Past(recent.next(state, now), reads.next(state, now), events, pulse);
    }

    public Past withEvents(List<Event> all) {
        return new Past(recent, reads, all, pulse);
    }

    public Past with(LoadStatus newest) {
        return new Past(recent, reads, events, List.of(newest));
    }
}
