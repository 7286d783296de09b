package org.pgpoollab.screen.terminal;

import java.util.function.UnaryOperator;
import org.jline.terminal.MouseEvent;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.LessonPanel;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.MenuItem;
import org.pgpoollab.screen.overlay.NodeMenu;
import org.pgpoollab.screen.terminal.ScreenState.Search;
import org.pgpoollab.screen.terminal.emulator.VirtualScreen.Direction;

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
    private final ScreenActions actions;
    private final GridInput grid;

    InputHandler(StateStore<ScreenState> store, PromptPane pane, KeyTable table, ScreenActions actions) {
        this.store = store;
        this.pane = pane;
        this.table = table;
        this.actions = actions;
        this.grid = new GridInput(GridStore.of(store), actions);
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
            case MODE -> grid.focus(focus -> focus.withMode(focus.mode().next()));
            case LESSON -> lesson(LessonPanel::toggled);
            case LESSON_UP -> lesson(panel -> panel.scrolled(-LINES_A_TURN));
            case LESSON_DOWN -> lesson(panel -> panel.scrolled(LINES_A_TURN));
            case HOLD ->
                store.change(screenState -> screenState.with(screenState.view().toggledHold()));
            case MENU -> menu();
            case BACK -> backToPrompt();
            case SEARCH -> store.change(screenState -> screenState.with(new Search(true, "")));
            case NEXT_MATCH -> find(Direction.OLDER);
            case PREVIOUS_MATCH -> find(Direction.NEWER);
            case ERASE -> store.change(screenState -> screenState.with(erased(screenState.search())));
            case ACCEPT -> accept(context);
            case CLOSE -> close(context);
            case CLEAR -> clear();
            default ->
                GridInput.lines(action, grid.page()).ifPresentOrElse(this::scroll, () -> grid.act(action, context));
        }
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

    /** Opens the node's menu. Without a snapshot there is none, because the possible actions are unknown. */
    private void menu() {
        var node = grid.meant();
        store.now().view().state().ifPresent(state -> {
            var menu = NodeMenu.of(state, node, actions.isReadOnly());
            overlay(new Overlay.Choice(menu, menu.firstPossible()));
        });
    }

    /** @param lines positive to scroll up */
    private void scroll(int lines) {
        grid.scroll(lines, screenState -> {
            var view = screenState.view();
            var back = within(view.promptBack() + lines, pane.screen().scrollbackSize());
            return screenState.with(view.withPromptBack(back)).with(back == 0 ? Search.NONE : screenState.search());
        });
    }

    private static int within(int wished, int most) {
        return Math.max(0, Math.min(most, wished));
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
        grid.focus(Focus::onNone);
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
        grid.focus(focus -> focus.withEventsLarge(false));
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
            grid.focus(Focus::onNone);
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

    /** Scrolls the lesson or the events if the pointer is over them, else the output. */
    private void wheel(MouseEvent event, int lines) {
        var screenState = store.now();
        var overLesson = actions.layout(screenState.view()).lessonArea().contains(event.getX(), event.getY());
        if (overLesson && screenState.overlay().isEmpty()) {
            lesson(panel -> panel.scrolled(-lines));
            return;
        }
        var overEvents = actions.layout(screenState.view()).eventsArea().contains(event.getX(), event.getY());
        if (overEvents
                && screenState.overlay().isEmpty()
                && !screenState.view().focus().eventsLarge()) {
            store.change(now -> grid.withEventsScrolled(now, lines));
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
            grid.focus(Focus::onNone);
            return;
        }
        if (view.focus().selected().contains(node.orElseThrow())) {
            menu();
            return;
        }
        grid.focus(focus -> focus.on(node.orElseThrow()));
    }
}
