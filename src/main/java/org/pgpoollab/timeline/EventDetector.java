package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;

/**
 * Detects events by comparing each snapshot with the one before. It is immutable: the same snapshots in the same order produce the same
 * events, each once, and a repeated snapshot produces none. The first snapshot produces none, because its state may be old.
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

    /** @param events in the order of causes: what a node reports of itself comes before what others believe of it */
    public record Step(EventDetector nextDetector, List<Event> events) {

        public Step {
            events = List.copyOf(events);
        }
    }

    /** @param isHealthy a pure function; called only for snapshots in which everything was probed */
    public static EventDetector begin(Predicate<ClusterState> isHealthy) {
        List<ChangeDetector> detectors = List.of(
                AnswerChanges.NOTHING,
                RoleChanges.NOTHING,
                WalTimelineChanges.NOTHING,
                StreamingChanges.NOTHING,
                CommitChanges.NOTHING,
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

    /** Processes a snapshot. One that is not newer than the last one produces no events and changes nothing. */
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

    /** Records that the lab was taken down, which no snapshot can show, and forgets all known facts. */
    public Step takenDown(Instant at) {
        var event = new Event(
                at, Event.Kind.LAB, Event.Effect.CHANGE, List.of(), "the lab was taken down", Event.Source.SEEN);
        return new Step(begin(isHealthy), last.equals(Instant.MIN) ? List.of() : List.of(event));
    }
}
