package org.pgpoollab.screen;

import java.util.List;

/** Which panes there are, from top to bottom. */
final class Panes {

    private static final Pane EVENTS = new EventsPane();
    private static final List<Pane> NODES = List.of(new PostgresPane(), new PoolPane());
    private static final List<Pane> RUNNING = List.of(NODES.get(0), NODES.get(1), EVENTS);
    private static final List<Pane> LOADED = List.of(NODES.get(0), NODES.get(1), new LoadPane(), EVENTS);
    private static final List<Pane> WELCOME = List.of(NODES.get(0), NODES.get(1), new WelcomePane());

    private Panes() {}

    /** Those that the view asks for, however much room there is. */
    static List<Pane> of(View view) {
        if (view.focus().eventsLarge()) {
            return List.of(EVENTS);
        }
        return switch (view.focus().mode()) {
            case OUTPUT -> List.of();
            case BOTH, GRID -> view.isRunning() ? running(view) : WELCOME;
        };
    }

    private static List<Pane> running(View view) {
        return view.pulse().isPresent() ? LOADED : RUNNING;
    }
}
