package org.pgpoollab.screen.terminal;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.pgpoollab.screen.EventSelection;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.HelpOverlay;
import org.pgpoollab.topology.Node;

/** Carries out the keys that mean the same on a live screen and in a playback: those of nodes, events and overlays. */
final class GridInput {

    private static final int FURTHEST = Integer.MAX_VALUE / 2;

    private final GridStore store;
    private final ScreenActions actions;

    GridInput(GridStore store, ScreenActions actions) {
        this.store = store;
        this.actions = actions;
    }

    /** Carries out an action; nothing happens if it is none of those that both screens have. */
    void act(KeyAction action, KeyContext context) {
        switch (action) {
            case HELP -> store.change(state -> state.with(new Overlay.Help(HelpOverlay.of(context), 0)));
            case EVENTS -> focus(focus -> focus.withEventsLarge(!focus.eventsLarge()));
            case CAUSES -> causes();
            case DETAILS -> actions.details(meant());
            case NEXT_NODE -> details(1);
            case PREVIOUS_NODE -> details(-1);
            case SELECT_NEXT -> select(1);
            case SELECT_PREVIOUS -> select(-1);
            case DESELECT -> focus(Focus::onNone);
            case REDRAW -> actions.repaint();
            case SUSPEND -> actions.suspend();
            default -> {}
        }
    }

    void focus(UnaryOperator<Focus> change) {
        store.change(
                state -> state.with(state.view().with(change.apply(state.view().focus()))));
    }

    /** Returns the node that an action applies to: the one in the overlay, else the selected one, else the first. */
    Node meant() {
        var state = store.now();
        return state.overlay()
                .flatMap(Overlay::node)
                .or(() -> state.view().focus().selected().stream().findFirst())
                .orElse(state.view().lab().nodes().get(0));
    }

    private void causes() {
        EventSelection.of(store.now().view()).ifPresent(actions::causes);
    }

    /** Goes to the next node of the open details, or to the next event if the overlay is about an event. */
    private void details(int step) {
        if (store.now().overlay().orElse(null) instanceof Overlay.Causes) {
            store.change(state -> state.with(EventSelection.moved(state.view(), -step, eventRows(state.view()))));
            causes();
            return;
        }
        if (store.now().overlay().flatMap(Overlay::node).isPresent()) {
            actions.details(neighbour(meant(), step));
        }
    }

    private void select(int step) {
        if (store.now().context() == KeyContext.MENU) {
            store.change(state -> state.with(state.overlay().orElseThrow().moved(step)));
            return;
        }
        var nodes = store.now().view().lab().nodes();
        var selected = store.now().view().focus().selected().stream().findFirst();
        var next = selected.map(node -> neighbour(node, step)).orElse(nodes.get(step > 0 ? 0 : nodes.size() - 1));
        focus(focus -> focus.on(next));
    }

    private Node neighbour(Node node, int step) {
        var nodes = store.now().view().lab().nodes();
        return nodes.get(Math.floorMod(nodes.indexOf(node) + step, nodes.size()));
    }

    /**
     * Returns by how many lines a key scrolls, positive to scroll up; empty if it does not scroll.
     *
     * @param page the lines of a page
     */
    static OptionalInt lines(KeyAction action, int page) {
        return switch (action) {
            case SCROLL_UP -> OptionalInt.of(page);
            case SCROLL_DOWN -> OptionalInt.of(-page);
            case LINE_UP -> OptionalInt.of(1);
            case LINE_DOWN -> OptionalInt.of(-1);
            case TOP -> OptionalInt.of(FURTHEST);
            case BOTTOM -> OptionalInt.of(-FURTHEST);
            default -> OptionalInt.empty();
        };
    }

    /**
     * Scrolls the overlay, or selects another one of all events.
     *
     * @param lines positive to scroll up
     * @param otherwise what is scrolled if neither is shown
     */
    void scroll(int lines, UnaryOperator<ScreenState> otherwise) {
        store.change(state -> {
            if (state.overlay().isPresent()) {
                return state.with(actions.fitted(state.overlay().orElseThrow().moved(-lines)));
            }
            var view = state.view();
            return view.focus().eventsLarge()
                    ? state.with(EventSelection.moved(view, lines, eventRows(view)))
                    : otherwise.apply(state);
        });
    }

    /**
     * Scrolls the pane of the newest events, at most until the oldest one is in the first row. Without this limit, scrolling down would
     * have no visible effect after scrolling up too far.
     */
    ScreenState withEventsScrolled(ScreenState state, int lines) {
        var view = state.view();
        var most = Math.max(0, view.past().events().size() - eventRows(view));
        var back = Math.max(0, Math.min(most, view.focus().eventsBack() + lines));
        return state.with(view.with(view.focus().withEventsBack(back)));
    }

    private int eventRows(ScreenView view) {
        return Math.max(1, actions.layout(view).eventsArea().rows());
    }

    /** Returns the lines of a page of all events, or of the pane below the grid. */
    int page() {
        var view = store.now().view();
        var layout = actions.layout(view);
        var area = view.focus().eventsLarge() ? layout.eventsArea() : layout.promptArea();
        return Math.max(1, area.rows() - 1);
    }
}
