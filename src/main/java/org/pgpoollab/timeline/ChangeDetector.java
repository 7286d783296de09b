package org.pgpoollab.timeline;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/**
 * One kind of change: an immutable fold over snapshots that remembers what it needs of those before. The first sight of a fact is
 * no change, and a fact that is not seen stays as it was last known.
 */
interface ChangeDetector {

    Told next(ClusterState state);

    /** The fold with this snapshot in it, and what it had to say of it. */
    record Told(ChangeDetector detector, List<Event> events) {

        public Told {
            events = List.copyOf(events);
        }

        static Told nothing(ChangeDetector detector) {
            return new Told(detector, List.of());
        }
    }

    /** An event that was seen in this snapshot. */
    static Event event(ClusterState state, Event.Kind kind, Event.Effect effect, List<Node> about, String text) {
        var names = about.stream().map(Node::name).toList();
        return new Event(state.at(), kind, effect, names, text, Event.Source.SEEN);
    }
}
