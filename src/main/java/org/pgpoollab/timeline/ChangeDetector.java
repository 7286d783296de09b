package org.pgpoollab.timeline;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/**
 * Detects one kind of change, as an immutable fold over snapshots that keeps what it needs of earlier ones. The first sight of a fact is no
 * change, and a fact that is not seen keeps its last known value.
 */
interface ChangeDetector {

    Told next(ClusterState state);

    /** The detector after this snapshot, and the events that it found. */
    record Told(ChangeDetector detector, List<Event> events) {

        public Told {
            events = List.copyOf(events);
        }

        static Told nothing(ChangeDetector detector) {
            return new Told(detector, List.of());
        }
    }

    /** Creates an event that was seen in this snapshot. */
    static Event event(ClusterState state, Event.Kind kind, Event.Effect effect, List<Node> about, String text) {
        var names = about.stream().map(Node::name).toList();
        return new Event(state.at(), kind, effect, names, text, Event.Source.SEEN);
    }
}
