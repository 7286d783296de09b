package org.pgpoollab.playback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pgpoollab.serverlog.ServerLogs;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;

/**
 * All that was kept of a lab.
 *
 * @param origin where it comes from, for messages: {@code the lab demo}, or a file
 * @param events in the order of time
 */
public record RecordedLab(String origin, SnapshotSeries series, List<Event> events, ServerLogs logs) {

    public RecordedLab {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(series);
        events = List.copyOf(events);
        Objects.requireNonNull(logs);
    }

    /** Returns the time of the last snapshot; empty if there is none. */
    public Optional<Instant> end() {
        var moments = series.moments();
        return moments.isEmpty()
                ? Optional.empty()
                : Optional.of(moments.get(moments.size() - 1).at());
    }

    /** Returns the lab as it was at its last snapshot; empty if there is none. */
    public Optional<Lab> lab() {
        var count = series.moments().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(series.record(count - 1).state().lab());
    }

    /** Returns a clock that stands at the last snapshot: times of day and spans of time that a user types count from there. */
    public Clock clock(Clock ofUser) {
        return end().map(at -> Clock.fixed(at, ofUser.getZone())).orElse(ofUser);
    }

    /** Returns what was seen in a span; empty if that is nothing. */
    public Optional<Playback> span(Instant from, Instant to) {
        return Playback.of(series, events, from, to);
    }
}
