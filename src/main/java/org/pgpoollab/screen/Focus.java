package org.pgpoollab.screen;

import java.util.Set;
import org.pgpoollab.topology.Node;

/**
 * What the user has selected and scrolled to on the screen.
 *
 * @param eventsLarge whether the events are shown instead of the grid
 * @param eventsBack how many events the pane is scrolled back
 * @param selected the node whose row is highlighted; at most one
 */
public record Focus(Mode mode, boolean eventsLarge, int eventsBack, Set<Node> selected) {

    public static final Focus START = new Focus(Mode.BOTH, false, 0, Set.of());

    /** Which parts of the screen are shown. F2 switches to the next one. */
    public enum Mode {
        BOTH,
        GRID,
        OUTPUT,
        /** The grid, and a time bar in place of the prompt. */
        PLAYBACK;

        public Mode next() {
            return switch (this) {
                case BOTH -> GRID;
                case GRID -> OUTPUT;
                case OUTPUT -> BOTH;
                case PLAYBACK -> PLAYBACK;
            };
        }
    }

    public Focus {
        selected = Set.copyOf(selected);
        eventsBack = Math.max(0, eventsBack);
    }

    public Focus withMode(Mode other) {
        return new Focus(other, eventsLarge, eventsBack, selected);
    }

    public Focus withEventsLarge(boolean large) {
        return new Focus(mode, large, eventsBack, selected);
    }

    public Focus withEventsBack(int back) {
        return new Focus(mode, eventsLarge, back, selected);
    }

    public Focus on(Node node) {
        return new Focus(mode, eventsLarge, eventsBack, Set.of(node));
    }

    public Focus onNone() {
        return new Focus(mode, eventsLarge, eventsBack, Set.of());
    }
}
