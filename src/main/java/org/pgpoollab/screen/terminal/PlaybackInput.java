package org.pgpoollab.screen.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jline.terminal.MouseEvent;
import org.pgpoollab.LabException;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.TimeBar;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.HelpOverlay;
import org.pgpoollab.syntax.SinceOption;
import org.pgpoollab.topology.Node;

/** Handles the keys and mouse events of a playback. It runs on the thread that reads keys. */
final class PlaybackInput implements KeyReader.Listener {

    private static final int PAGE = 10;
    private static final int LONGEST_TIME = 40;
    private static final int DELETE = 127;

    private final StateStore<PlaybackState> store;
    private final KeyTable table;
    private final Clock clock;
    private final InputHandler.Actions actions;

    /** @param clock stands at the end of the playback: typed times count from there */
    PlaybackInput(StateStore<PlaybackState> store, KeyTable table, Clock clock, InputHandler.Actions actions) {
        this.store = store;
        this.table = table;
        this.clock = clock;
        this.actions = actions;
    }

    @Override
    public void key(String raw) {
        var context = store.now().screen().context();
        var action = table.action(context, raw);
        if (action.isPresent()) {
            act(action.orElseThrow(), context);
            return;
        }
        if (context == KeyContext.JUMP) {
            type(raw);
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
        var playback = store.now().playback();
        var time = store.now().time();
        switch (action) {
            case NEXT_STOP -> step(playback.stopAfter(time));
            case PREVIOUS_STOP -> step(playback.stopBefore(time));
            case NEXT_EVENT -> step(playback.eventAfter(time));
            case PREVIOUS_EVENT -> step(playback.eventBefore(time));
            case PLAY -> store.change(PlaybackInput::toggled);
            case FASTER -> store.change(state -> state.with(state.pace().faster(1)));
            case SLOWER -> store.change(state -> state.with(state.pace().faster(-1)));
            case MINUTE_FORWARD -> step(Optional.of(time.plus(Duration.ofMinutes(1))));
            case MINUTE_BACK -> step(Optional.of(time.minus(Duration.ofMinutes(1))));
            case JUMP -> store.change(state -> state.with(state.pace().paused()).typing(""));
            case ACCEPT -> jump();
            case ERASE -> store.change(PlaybackInput::erased);
            case TOP -> top(context);
            case BOTTOM -> bottom(context);
            case HELP ->
                store.change(state -> state.with(state.screen().with(new Overlay.Help(HelpOverlay.of(context), 0))));
            case EVENTS ->
                focus(focus -> focus.withEventsLarge(!focus.eventsLarge()).withEventsBack(0));
            case DETAILS -> actions.details(meant());
            case NEXT_NODE -> details(1);
            case PREVIOUS_NODE -> details(-1);
            case SELECT_NEXT -> select(1);
            case SELECT_PREVIOUS -> select(-1);
            case DESELECT -> focus(Focus::onNone);
            case SCROLL_UP -> scroll(PAGE);
            case SCROLL_DOWN -> scroll(-PAGE);
            case LINE_UP -> scroll(1);
            case LINE_DOWN -> scroll(-1);
            case CLOSE -> close(context);
            case REDRAW -> actions.repaint();
            case SUSPEND -> actions.suspend();
            default -> {}
        }
    }

    /** Steps to a moment and pauses there; stays if there is none. */
    private void step(Optional<Instant> moment) {
        store.change(
                state -> moment.map(state::at).orElse(state).with(state.pace().paused()));
    }

    /** Plays from the beginning if it stands at the end. */
    private static PlaybackState toggled(PlaybackState state) {
        var isAtEnd = state.time().equals(state.playback().to());
        var from =
                isAtEnd && !state.pace().isPlaying() ? state.at(state.playback().from()) : state;
        return from.with(state.pace().toggled());
    }

    private void jump() {
        store.change(state -> {
            try {
                return state.typed()
                        .at(SinceOption.moment(
                                "the time", state.screen().search().text(), clock));
            } catch (LabException e) {
                return state.typed().withNotice(e.problems().get(0).what() + ": type 10:32, 10:32:05 or 5m");
            }
        });
    }

    private void type(String raw) {
        if (raw.codePoints().allMatch(point -> point >= ' ' && point != DELETE)) {
            store.change(state -> {
                var text = state.screen().search().text() + raw;
                return text.length() > LONGEST_TIME ? state : state.typing(text);
            });
        }
    }

    private static PlaybackState erased(PlaybackState state) {
        var text = state.screen().search().text();
        return text.isEmpty() ? state : state.typing(text.substring(0, text.offsetByCodePoints(text.length(), -1)));
    }

    private void top(KeyContext context) {
        if (context == KeyContext.PLAYBACK) {
            step(Optional.of(store.now().playback().from()));
            return;
        }
        scroll(Integer.MAX_VALUE / 2);
    }

    private void bottom(KeyContext context) {
        if (context == KeyContext.PLAYBACK) {
            step(Optional.of(store.now().playback().to()));
            return;
        }
        scroll(Integer.MIN_VALUE / 2);
    }

    private void focus(UnaryOperator<Focus> change) {
        store.change(state -> state.focused(change));
    }

    private Node meant() {
        var state = store.now();
        return state.screen()
                .overlay()
                .flatMap(Overlay::node)
                .or(() -> state.view().focus().selected().stream().findFirst())
                .orElse(state.view().lab().nodes().get(0));
    }

    private void details(int step) {
        if (store.now().screen().overlay().flatMap(Overlay::node).isPresent()) {
            actions.details(neighbour(meant(), step));
        }
    }

    private void select(int step) {
        var view = store.now().view();
        var nodes = view.lab().nodes();
        var next = view.focus().selected().stream()
                .findFirst()
                .map(node -> neighbour(node, step))
                .orElse(nodes.get(step > 0 ? 0 : nodes.size() - 1));
        focus(focus -> focus.on(next));
    }

    private Node neighbour(Node node, int step) {
        var nodes = store.now().view().lab().nodes();
        return nodes.get(Math.floorMod(nodes.indexOf(node) + step, nodes.size()));
    }

    /** @param lines positive to scroll up */
    private void scroll(int lines) {
        store.change(state -> state.screen()
                .overlay()
                .map(overlay -> state.with(state.screen().with(actions.fitted(overlay.moved(-lines)))))
                .orElseGet(() -> state.focused(focus -> focus.withEventsBack(back(state, focus, lines)))));
    }

    private int back(PlaybackState state, Focus focus, int lines) {
        var rows = Math.max(1, actions.layout(state.view()).eventsArea().rows());
        var most = Math.max(0, state.view().past().events().size() - rows);
        return Math.max(0, Math.min(most, focus.eventsBack() + lines));
    }

    private void close(KeyContext context) {
        switch (context) {
            case JUMP -> store.change(PlaybackState::typed);
            case PLAYBACK -> actions.end();
            default -> store.change(PlaybackInput::closed);
        }
    }

    private static PlaybackState closed(PlaybackState state) {
        return state.screen().overlay().isPresent()
                ? state.with(state.screen().withoutOverlay())
                : state.focused(focus -> focus.withEventsLarge(false).withEventsBack(0));
    }

    /** The wheel scrolls; a click on the time bar goes to that time, and one on a node selects it. */
    @Override
    public void mouse(MouseEvent event) {
        switch (event.getButton()) {
            case WheelUp -> scroll(3);
            case WheelDown -> scroll(-3);
            case Button1 -> click(event);
            default -> {}
        }
    }

    private void click(MouseEvent event) {
        var state = store.now();
        if (event.getType() != MouseEvent.Type.Pressed
                || state.screen().overlay().isPresent()) {
            return;
        }
        var layout = actions.layout(state.view());
        var area = layout.promptArea();
        if (area.contains(event.getX(), event.getY()) && event.getY() <= area.row() + TimeBar.BAR_ROW) {
            step(Optional.of(state.timeBar().timeAt(event.getX(), area.columns())));
            return;
        }
        layout.nodeAt(state.view(), event.getX(), event.getY())
                .ifPresentOrElse(node -> focus(focus -> focus.on(node)), () -> focus(Focus::onNone));
    }
}
