package org.pgpoollab.screen.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jline.terminal.MouseEvent;
import org.pgpoollab.LabException;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.TimeBar;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.syntax.SinceOption;

/** Handles the keys and mouse events of a playback. It runs on the thread that reads keys. */
final class PlaybackInput implements KeyReader.Listener {

    private static final int LONGEST_TIME = 40;
    private static final int DELETE = 127;

    private final StateStore<PlaybackState> store;
    private final KeyTable table;
    private final Clock clock;
    private final ScreenActions actions;
    private final GridInput grid;

    /** @param clock stands at the end of the playback: typed times count from there */
    PlaybackInput(StateStore<PlaybackState> store, KeyTable table, Clock clock, ScreenActions actions) {
        this.store = store;
        this.table = table;
        this.clock = clock;
        this.actions = actions;
        this.grid = new GridInput(GridStore.ofPlayback(store), actions);
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
        if (context == KeyContext.PLAYBACK && action == KeyAction.TOP) {
            step(Optional.of(playback.from()));
            return;
        }
        if (context == KeyContext.PLAYBACK && action == KeyAction.BOTTOM) {
            step(Optional.of(playback.to()));
            return;
        }
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
            case CLOSE -> close(context);
            default ->
                GridInput.lines(action, grid.page()).ifPresentOrElse(this::scroll, () -> grid.act(action, context));
        }
    }

    /** Steps to a moment and pauses there; stays if there is none. The newest event of that moment is the selected one. */
    private void step(Optional<Instant> moment) {
        store.change(state -> moment.map(state::at)
                .orElse(state)
                .focused(Focus::onNewestEvent)
                .with(state.pace().paused()));
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

    /** @param lines positive to scroll up */
    private void scroll(int lines) {
        grid.scroll(lines, screen -> grid.withEventsScrolled(screen, lines));
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
                : state.focused(focus -> focus.withEventsLarge(false));
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
                .ifPresentOrElse(node -> grid.focus(focus -> focus.on(node)), () -> grid.focus(Focus::onNone));
    }
}
