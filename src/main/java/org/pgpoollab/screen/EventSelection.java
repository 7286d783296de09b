package org.pgpoollab.screen;

import java.util.Optional;
import java.util.Set;
import org.pgpoollab.timeline.Event;

/** The selection in the list of all events. It stays on its event when others come; on the newest one it follows the newest. */
public final class EventSelection {

    private EventSelection() {}

    /** Returns the selected event; empty if there are no events. */
    public static Optional<Event> of(ScreenView view) {
        var events = view.past().events();
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(index(view)));
    }

    /**
     * Selects another event.
     *
     * @param older how many events further back, or further on if negative
     * @param rows the rows of the pane, which is scrolled so that the event is visible
     */
    public static ScreenView moved(ScreenView view, int older, int rows) {
        var events = view.past().events();
        if (events.isEmpty()) {
            return view;
        }
        var newest = events.size() - 1;
        var index = (int) Math.max(0, Math.min(newest, (long) index(view) - older));
        var window = EventWindow.with(index, events.size(), rows, view.focus().eventsBack());
        var selected = index == newest ? Set.<Event>of() : Set.of(events.get(index));
        return view.with(view.focus().onEvent(selected, window.back(events.size())));
    }

    /** Returns the index of the selected event: the newest if none was selected, or if it is too old to be kept. */
    static int index(ScreenView view) {
        var events = view.past().events();
        return view.focus().event().stream()
                .mapToInt(events::lastIndexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(Math.max(0, events.size() - 1));
    }
}
