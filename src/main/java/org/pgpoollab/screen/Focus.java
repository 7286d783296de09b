package org.pgpoollab.screen;

import java.util.Set;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/**
 * What the user has selected and scrolled to on the screen.
 *
 * @param eventsLarge whether the events are shown instead of the grid
 * @param eventsBack how many events the pane is scrolled back
 * @param selected the node whose row is highlighted; at most one
 * @param event the event that is selected among all events; empty for the newest one, whichever that is
 */
public record Focus(Mode mode, boolean eventsLarge, int eventsBack, Set<Node> selected, Set<Event> event) {

    public static final Focus START = new Focus(Mode.BOTH, false, 0, Set.of(), Set.of());

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
        event = Set.copyOf(event);
        eventsBack = Math.max(0, eventsBack);
    }

    public Focus withMode(Mode other) {
        return new Focus(other, eventsLarge, eventsBack, selected, event);
    }

    /** Shows all events instead of the grid, or the grid again; the newest event is the selected one. */
    public Focus withEventsLarge(boolean large) {
        return new Focus(mode, large, 0, selected, Set.of());
    }

    /** Selects the newest event and scrolls to it. */
    public Focus onNewestEvent() {
        return withEventsLarge(eventsLarge);
    }

    public Focus withEventsBack(int back) {
        return new Focus(mode, eventsLarge, back, selected, event);
    }

    /**
     * Selects an event.
     *
     * @param back how many events the pane is scrolled back then
     */
    Focus onEvent(Set<Event> other, int back) {
        return new Focus(mode, eventsLarge, back, selected, other);
    }

    public Focus on(Node node) {
        return new Focus(mode, eventsLarge, eventsBack, Set.of(node), event);
    }

    public Focus onNone() {
        return new Focus(mode, eventsLarge, eventsBack, Set.of(), event);
    }
}
