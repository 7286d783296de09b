package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;

/** Decides which panes the screen has, from top to bottom. */
final class PaneList {

    private static final GridPane EVENTS = new EventsPane();
    static final GridPane CAPTION = new CaptionPane();
    private static final GridPane LESSON = new LessonPane(true);
    private static final List<GridPane> NODES = List.of(new PostgresPane(), new PoolPane());
    private static final List<GridPane> RUNNING = List.of(NODES.get(0), NODES.get(1), EVENTS);
    private static final List<GridPane> LOADED = List.of(NODES.get(0), NODES.get(1), new LoadPane(), EVENTS);
    private static final List<GridPane> WELCOME = List.of(NODES.get(0), NODES.get(1), new WelcomePane());

    private PaneList() {}

    /**
     * Returns the panes that the view needs, regardless of the available rows.
     *
     * @param columns the columns of the screen: on a narrow one a lesson is among the panes
     */
    static List<GridPane> of(ScreenView view, int columns) {
        var panes = new ArrayList<>(of(view));
        var isAmong = view.lesson().isShown() && ScreenLayout.besideColumns(view, columns) == 0;
        if (isAmong && panes.size() > NODES.size()) {
            panes.add(NODES.size(), LESSON);
        }
        return panes;
    }

    private static List<GridPane> of(ScreenView view) {
        if (view.focus().eventsLarge()) {
            return List.of(EVENTS);
        }
        return switch (view.focus().mode()) {
            case OUTPUT -> List.of();
            case BOTH, GRID, PLAYBACK -> view.isRunning() ? running(view) : WELCOME;
        };
    }

    private static List<GridPane> running(ScreenView view) {
        var panes = view.grid().loadStatus().isPresent() ? LOADED : RUNNING;
        if (!view.presentation().isCaptioned()) {
            return panes;
        }
        return panes.stream().map(pane -> pane.equals(EVENTS) ? CAPTION : pane).toList();
    }
}
