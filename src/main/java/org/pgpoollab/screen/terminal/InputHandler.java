package org.pgpoollab.screen.terminal;

import java.util.function.UnaryOperator;
import org.jline.terminal.MouseEvent;
import org.pgpoollab.screen.EventSelection;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.LessonPanel;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.HelpOverlay;
import org.pgpoollab.screen.overlay.MenuItem;
import org.pgpoollab.screen.overlay.NodeMenu;
import org.pgpoollab.screen.terminal.ScreenState.Search;
import org.pgpoollab.screen.terminal.emulator.VirtualScreen.Direction;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/**
 * Handles keys and mouse events. Keys without an action on the screen are sent to the prompt. It runs on the thread that reads
 * keys.
 */
final class InputHandler implements KeyReader.Listener {

    private static final int LINES_A_TURN = 3;
    private static final String ESCAPE = "\033";
    private static final int DELETE = 127;

    /** ^E and ^U, which delete everything on the prompt's line. */
    private static final String CLEARS_LINE = "\005\025";

    private final StateStore<ScreenState> store;
    private final PromptPane pane;
    private final KeyTable table;
    private final Actions actions;

    /** The actions that go beyond the screen's state. */
    interface Actions {

        ScreenLayout layout(ScreenView view);

        /** Returns the overlay, scrolled back to its end if it was scrolled further. */
        Overlay fitted(Overlay overlay);

        /** Redraws the whole screen. */
        void repaint();

        /** Gives the terminal to the user's shell until this program is continued. */
        void suspend();

        /** Opens the details of a node. */
        void details(Node node);

        /** Opens the log lines that belong to an event. */
        void causes(Event event);

        boolean isReadOnly();

        void end();

        /** Ends the screen with this failure. */
        void fail(RuntimeException fault);
    }

    InputHandler(StateStore<ScreenState> store, PromptPane pane, KeyTable table, Actions actions) {
        this.store = store;
        this.pane = pane;
        this.table = table;
        this.actions = actions;
    }

    @Override
    public void key(String raw) {
        var context = store.now().context();
        var action = table.action(context, raw);
        if (action.isPresent()) {
            act(action.orElseThrow(), context);
            return;
        }
        switch (context) {
            case SEARCH -> type(raw);
            case OVERLAY, EVENTS, PLAYBACK, JUMP -> {}
            case MENU -> choose(raw);
            default -> pass(raw);
        }
    }

    @Override
    public void end() {
        actions.end();
    }

    @Override
    public void failed(RuntimeException fault) {
        actions.fail(fault);
    }

    private void act(KeyAction action, KeyContext context) {
        switch (action) {
            case HELP -> help(context);
            case MODE -> focus(focus -> focus.withMode(focus.mode().next()));
            case EVENTS -> focus(focus -> focus.withEventsLarge(!focus.eventsLarge()));
            case LESSON -> lesson(LessonPanel::toggled);
            case LESSON_UP -> lesson(panel -> panel.scrolled(-LINES_A_TURN));
            case LESSON_DOWN -> lesson(panel -> panel.scrolled(LINES_A_TURN));
            case CAUSES -> EventSelection.of(store.now().view()).ifPresent(actions::causes);
            case DETAILS -> actions.details(meant());
            case NEXT_NODE -> details(1);
            case PREVIOUS_NODE -> details(-1);
            case MENU -> menu();
            case SELECT_NEXT -> select(1);
            case SELECT_PREVIOUS -> select(-1);
            case DESELECT -> focus(Focus::onNone);
            case SCROLL_UP -> scroll(page());
            case SCROLL_DOWN -> scroll(-page());
            case LINE_UP -> scroll(1);
            case LINE_DOWN -> scroll(-1);
            case TOP -> scroll(Integer.MAX_VALUE / 2);
            case BOTTOM -> scroll(Integer.MIN_VALUE / 2);
            case BACK -> backToPrompt();
            case SEARCH -> store.change(screenState -> screenState.with(new Search(true, "")));
            case NEXT_MATCH -> find(Direction.OLDER);
            case PREVIOUS_MATCH -> find(Direction.NEWER);
            case ERASE -> store.change(screenState -> screenState.with(erased(screenState.search())));
            case ACCEPT -> accept(context);
            case CLOSE -> close(context);
            case REDRAW -> actions.repaint();
            case CLEAR -> clear();
            case SUSPEND -> actions.suspend();
            default -> {}
        }
    }

    private void focus(UnaryOperator<Focus> change) {
        store.change(screenState -> screenState.with(
                screenState.view().with(change.apply(screenState.view().focus()))));
    }

    /** Changes the pane of the lesson; scrolled past its end, it is at its end. */
    private void lesson(UnaryOperator<LessonPanel> change) {
        store.change(screenState -> {
            var view = screenState.view();
            var changed = view.with(change.apply(view.lesson()));
            var most = actions.layout(changed).mostLessonOffset(changed);
            return screenState.with(changed.with(changed.lesson().within(most)));
        });
    }

    private void overlay(Overlay overlay) {
        store.change(screenState -> screenState.with(overlay));
    }

    /** Returns the node that an action applies to: the one in the overlay, else the selected one, else the first. */
    private Node meant() {
        var screenState = store.now();
        return screenState
                .overlay()
                .flatMap(Overlay::node)
                .or(() -> screenState.view().focus().selected().stream().findFirst())
                .orElse(screenState.view().lab().nodes().get(0));
    }

    private void help(KeyContext context) {
        overlay(new Overlay.Help(HelpOverlay.of(context), 0));
    }

    /** Opens the node's menu. Without a snapshot there is none, because the possible actions are unknown. */
    private void menu() {
        var node = meant();
        store.now().view().state().ifPresent(state -> {
            var menu = NodeMenu.of(state, node, actions.isReadOnly());
            overlay(new Overlay.Choice(menu, menu.firstPossible()));
        });
    }

    /** Goes to the next node of the open details, or to the next event if the overlay is about an event. */
    private void details(int step) {
        if (store.now().overlay().orElse(null) instanceof Overlay.Causes) {
            store.change(screenState ->
                    screenState.with(EventSelection.moved(screenState.view(), -step, eventRows(screenState.view()))));
            EventSelection.of(store.now().view()).ifPresent(actions::causes);
            return;
        }
        if (store.now().overlay().flatMap(Overlay::node).isPresent()) {
            actions.details(neighbour(meant(), step));
        }
    }

    private void select(int step) {
        var screenState = store.now();
        if (screenState.context() == KeyContext.MENU) {
            store.change(now -> now.with(now.overlay().orElseThrow().moved(step)));
            return;
        }
        var nodes = screenState.view().lab().nodes();
        var selected = screenState.view().focus().selected().stream().findFirst();
        var next = selected.map(node -> neighbour(node, step)).orElse(nodes.get(step > 0 ? 0 : nodes.size() - 1));
        select(next);
    }

    private void select(Node node) {
        focus(focus -> focus.on(node));
    }

    private Node neighbour(Node node, int step) {
        var nodes = store.now().view().lab().nodes();
        return nodes.get(Math.floorMod(nodes.indexOf(node) + step, nodes.size()));
    }

    /**
     * Scrolls the overlay, the events or the output.
     *
     * @param lines positive to scroll up
     */
    private void scroll(int lines) {
        store.change(screenState -> scrolled(screenState, lines));
    }

    private ScreenState scrolled(ScreenState screenState, int lines) {
        if (screenState.overlay().isPresent()) {
            return screenState.with(
                    actions.fitted(screenState.overlay().orElseThrow().moved(-lines)));
        }
        var view = screenState.view();
        if (view.focus().eventsLarge()) {
            return screenState.with(EventSelection.moved(view, lines, eventRows(view)));
        }
        var back = within(view.promptBack() + lines, pane.screen().scrollbackSize());
        return screenState.with(view.withPromptBack(back)).with(back == 0 ? Search.NONE : screenState.search());
    }

    /**
     * Returns how far the events can scroll back, until the oldest one is in the first row. Without this limit, scrolling down
     * would have no visible effect after scrolling up too far.
     */
    private int mostEventsBack(ScreenView view) {
        return Math.max(0, view.past().events().size() - eventRows(view));
    }

    private int eventRows(ScreenView view) {
        return Math.max(1, actions.layout(view).eventsArea().rows());
    }

    private static int within(int wished, int most) {
        return Math.max(0, Math.min(most, wished));
    }

    private int page() {
        var screenState = store.now();
        var layout = actions.layout(screenState.view());
        var area = screenState.view().focus().eventsLarge() ? layout.eventsArea() : layout.promptArea();
        return Math.max(1, area.rows() - 1);
    }

    private void clear() {
        pane.clear();
        actions.repaint();
    }

    private void backToPrompt() {
        store.change(screenState ->
                screenState.with(screenState.view().withPromptBack(0)).with(Search.NONE));
    }

    private void accept(KeyContext context) {
        if (context == KeyContext.SEARCH) {
            store.change(screenState ->
                    screenState.with(new Search(false, screenState.search().text())));
            find(Direction.OLDER);
            return;
        }
        if (store.now().overlay().orElse(null) instanceof Overlay.Choice choice) {
            take(choice, choice.menu().items().get(choice.selected()));
        }
    }

    private void choose(String raw) {
        if (raw.length() == 1 && store.now().overlay().orElse(null) instanceof Overlay.Choice choice) {
            choice.menu().item(raw.charAt(0)).ifPresent(item -> take(choice, item));
        }
    }

    private void take(Overlay.Choice choice, MenuItem item) {
        if (item.opensDetails()) {
            actions.details(choice.menu().node());
            return;
        }
        if (item.isPossible()) {
            typeCommand(item.commandLine());
        }
    }

    /** Types a command at the prompt without sending it, so that the user can read and learn it first. */
    private void typeCommand(String line) {
        store.change(ScreenState::withoutOverlay);
        focus(Focus::onNone);
        backToPrompt();
        pane.send(CLEARS_LINE + line);
    }

    private void close(KeyContext context) {
        if (context == KeyContext.SEARCH) {
            store.change(screenState -> screenState.with(Search.NONE));
            return;
        }
        if (store.now().overlay().isPresent()) {
            store.change(ScreenState::withoutOverlay);
            return;
        }
        focus(focus -> focus.withEventsLarge(false));
    }

    private void type(String raw) {
        if (raw.codePoints().allMatch(point -> point >= ' ' && point != DELETE)) {
            store.change(screenState ->
                    screenState.with(new Search(true, screenState.search().text() + raw)));
        }
    }

    private static Search erased(Search search) {
        var text = search.text();
        var shorter = text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
        return new Search(true, shorter);
    }

    private void find(Direction direction) {
        var screenState = store.now();
        if (screenState.search().text().isEmpty()) {
            return;
        }
        var found = pane.screen()
                .search(screenState.search().text(), screenState.view().promptBack(), direction);
        found.ifPresent(back -> store.change(now -> now.with(now.view().withPromptBack(back))));
    }

    /** Sends a key to the prompt, after clearing the selection and scrolling the output to its end. */
    private void pass(String raw) {
        if (store.now().context() != KeyContext.PROMPT) {
            focus(Focus::onNone);
            backToPrompt();
        }
        if (!raw.equals(ESCAPE) || store.now().context() == KeyContext.PROMPT) {
            pane.send(raw);
        }
    }

    @Override
    public void mouse(MouseEvent event) {
        switch (event.getButton()) {
            case WheelUp -> wheel(event, LINES_A_TURN);
            case WheelDown -> wheel(event, -LINES_A_TURN);
            case Button1 -> click(event);
            default -> {}
        }
    }

    /** Scrolls the events if the pointer is over them, else the output. */
    private void wheel(MouseEvent event, int lines) {
        var screenState = store.now();
        var overEvents = actions.layout(screenState.view()).eventsArea().contains(event.getX(), event.getY());
        if (overEvents
                && screenState.overlay().isEmpty()
                && !screenState.view().focus().eventsLarge()) {
            var most = mostEventsBack(screenState.view());
            focus(focus -> focus.withEventsBack(within(focus.eventsBack() + lines, most)));
            return;
        }
        scroll(lines);
    }

    private void click(MouseEvent event) {
        if (event.getType() != MouseEvent.Type.Pressed || store.now().overlay().isPresent()) {
            return;
        }
        var view = store.now().view();
        var node = actions.layout(view).nodeAt(view, event.getX(), event.getY());
        if (node.isEmpty()) {
            focus(Focus::onNone);
            return;
        }
        if (view.focus().selected().contains(node.orElseThrow())) {
            menu();
            return;
        }
        select(node.orElseThrow());
    }
}
