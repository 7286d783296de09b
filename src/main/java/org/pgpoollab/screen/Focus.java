package org.pgpoollab.screen;

import java.util.Set;
import org.pgpoollab.topology.Node;

/**
 * What the user has selected and scrolled to on the screen.
 *
 * @param eventsLarge whether the events are shown instead of the grid
 * @param eventsBack how many events the pane is scrolled back
 * @param selected the node whose row is highlighted; at most one
 * @param postgresTop how many PostgreSQL nodes are scrolled out above the first one shown; may be larger than their number
 * @param poolTop the same for Pgpool-II nodes
 */
public record Focus(Mode mode, boolean eventsLarge, int eventsBack, Set<Node> selected, int postgresTop, int poolTop) {

    public static final Focus START = new Focus(Mode.BOTH, false, 0, Set.of(), 0, 0);

    /** Which parts of the screen are shown. F2 switches to the next one. */
    public enum Mode {
        BOTH,
        GRID,
        OUTPUT;

        public Mode next() {
            return switch (this) {
                case BOTH -> GRID;
                case GRID -> OUTPUT;
                case OUTPUT -> BOTH;
            };
        }
    }

    public Focus {
        selected = Set.copyOf(selected);
        eventsBack = Math.max(0, eventsBack);
        postgresTop = Math.max(0, postgresTop);
        poolTop = Math.max(0, poolTop);
    }

    public Focus withMode(Mode other) {
        return new Focus(other, eventsLarge, eventsBack, selected, postgresTop, poolTop);
    }

    public Focus withEventsLarge(boolean large) {
        return new Focus(mode, large, eventsBack, selected, postgresTop, poolTop);
    }

    public Focus withEventsBack(int back) {
        return new Focus(mode, eventsLarge, back, selected, postgresTop, poolTop);
    }

    public Focus on(Node node) {
        return new Focus(mode, eventsLarge, eventsBack, Set.of(node), postgresTop, poolTop);
    }

    public Focus onNone() {
        return new Focus(mode, eventsLarge, eventsBack, Set.of(), postgresTop, poolTop);
    }

    public Focus withPostgresTop(int top) {
        return new Focus(mode, eventsLarge, eventsBack, selected, top, poolTop);
    }

    public Focus withPoolTop(int top) {
        return new Focus(mode, eventsLarge, eventsBack, selected, postgresTop, top);
    }
}
