package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;

/**
 * What has happened, told from one snapshot to the next. Immutable: the same snapshots in the same order tell the same events, each
 * once, and a snapshot tells nothing after itself. The first snapshot tells nothing: what is there need not have just happened.
 */
public final class EventDetector {

    private final Predicate<ClusterState> isHealthy;
    private final List<ChangeDetector> detectors;
    private final Instant last;

    private EventDetector(Predicate<ClusterState> isHealthy, List<ChangeDetector> detectors, Instant last) {
        this.isHealthy = isHealthy;
        this.detectors = List.copyOf(detectors);
        this.last = last;
    }

    /** @param events in the order of causes: what a node says of itself stands before what others believe of it */
    public record Step(EventDetector chronicle, List<Event> events) {

        public Step {
            events = List.copyOf(events);
        }
    }

    /** @param isHealthy a pure function; asked only of snapshots in which nothing is unasked */
    public static EventDetector begin(Predicate<ClusterState> isHealthy) {
        List<ChangeDetector> detectors = List.of(
                AnswerChanges.NOTHING,
                RoleChanges.NOTHING,
                TimelineChanges.NOTHING,
                StreamingChanges.NOTHING,
                RepmgrdChanges.NOTHING,
                RepmgrTableChanges.NOTHING,
                BackendStatusChanges.NOTHING,
                BelievedPrimary.NOTHING,
                WatchdogChanges.NOTHING,
                QuorumChanges.NOTHING,
                VipChanges.NOTHING,
                HealthChanges.unknown(isHealthy));
        return new EventDetector(isHealthy, detectors, Instant.MIN);
    }

    /** A snapshot that is not newer than the last one tells nothing and changes nothing. */
    public Step next(ClusterState state) {
        if (!state.at().isAfter(last)) {
            return new Step(this, List.of());
        }
        var later = new ArrayList<ChangeDetector>();
        var events = new ArrayList<Event>();
        for (var detector : detectors) {
            var told = detector.next(state);
            later.add(told.detector());
            events.addAll(told.events());
        }
        return new Step(new EventDetector(isHealthy, later, state.at()), events);
    }

    /** The lab was taken down, which no snapshot can tell. All that was known is forgotten. */
    public Step takenDown(Instant at) {
        var event = new Event(
                at, Event.Kind.LAB, Event.Effect.CHANGE, List.of(), "the lab was taken down", Event.Source.SEEN);
        return new Step(begin(isHealthy), last.equals(Instant.MIN) ? List.of() : List.of(event));
    }
}
