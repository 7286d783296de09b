package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.playback.GivenPlayback.at;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jline.terminal.MouseEvent;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

class PlaybackInputTest {

    private static final String LEFT = "\033[D";
    private static final String RIGHT = "\033[C";
    private static final String HOME = "\033[H";
    private static final String END = "\033[F";

    private final StateStore<PlaybackState> store = new StateStore<>(begin());
    private final RecordedActions actions = new RecordedActions();
    private final PlaybackInput input = input();

    private static PlaybackState begin() {
        var playback = GivenPlayback.playback();
        return PlaybackState.of(playback, PlaybackViews.at(playback, playback.from(), ZoneOffset.UTC, Theme.dark()));
    }

    private PlaybackInput input() {
        try {
            var tty = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
            return new PlaybackInput(store, new KeyTable(tty), Clock.fixed(at(40), ZoneOffset.UTC), actions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant after(String... keys) {
        List.of(keys).forEach(input::key);
        return store.now().time();
    }

    @Test
    void arrowsGoFromChangeToChange() {
        assertEquals(at(9.2), after(RIGHT));
        assertEquals(at(10), after(RIGHT));
        assertEquals(at(9.2), after(LEFT));
        assertEquals(at(16), after(END, LEFT));
    }

    @Test
    void lettersGoFromEventToEvent() {
        assertEquals(at(10), after("n", "n"));
        assertEquals(at(9.2), after("p"));
    }

    @Test
    void homeAndEndGoToTheEnds() {
        assertEquals(at(40), after(END));
        assertEquals(at(0), after(HOME));
    }

    @Test
    void aStepPausesAndSpacePlaysFromTheBeginningIfItIsAtTheEnd() {
        after(" ");
        assertTrue(store.now().pace().isPlaying());
        after(RIGHT);
        assertFalse(store.now().pace().isPlaying());
        assertEquals(at(0), after(END, " "));
    }

    @Test
    void plusAndMinusChangeTheSpeed() {
        after("+", "=", "+", "-");

        assertEquals(5, store.now().pace().speed());
    }

    @Test
    void aTypedTimeIsGoneTo() {
        assertEquals(at(12), after("g", "1", "2", ":", "0", "0", ":", "1", "2", "\r"));
        assertEquals(at(35), after("g", "5", "m", "\177", "s", "\r"));
    }

    @Test
    void aTextThatIsNoTimeIsRefusedInWords() {
        assertEquals(at(0), after("g", "x", "\r"));

        assertEquals(
                "the time cannot be 'x': type 10:32, 10:32:05 or 5m",
                store.now().notice());
        assertTrue(store.now().picture(80, 24).text().contains("the time cannot be 'x'"));
    }

    @Test
    void escapeStaysWhereItIs() {
        after("g", "5", "\033");

        assertEquals(KeyContext.PLAYBACK, store.now().screen().context());
        assertEquals(at(0), store.now().time());
    }

    @Test
    void aSelectionStaysFromMomentToMoment() {
        after("\033[B", RIGHT, RIGHT);

        assertEquals(Set.of(Node.postgres(0)), store.now().view().focus().selected());
    }

    @Test
    void enterOpensTheDetailsOfTheSelectedNode() {
        after("\033[B", "\033[B", "\r");

        assertEquals(List.of(Node.postgres(1)), actions.details);
    }

    @Test
    void enterAmongAllEventsOpensTheLogLinesOfTheSelectedOne() {
        after(END, ScreenTestSession.F3, "\r", "\033[A", "\r");

        assertEquals(
                List.of("pg-1 was promoted, after 5.9 s without a primary", "pgpool-0 and pgpool-1 now hold pg-0 down"),
                actions.causes);
        assertEquals(at(40), store.now().time());
    }

    @Test
    void theLetterLOpensTheLogLinesOfTheEventThatWasSteppedTo() {
        after(END, ScreenTestSession.F3, "\033[A", "q", HOME, "n", "n", "l");

        assertEquals(List.of("pg-0 stopped answering (connection refused)"), actions.causes);
    }

    @Test
    void beforeTheFirstEventThereIsNoneToOpen() {
        after("l", ScreenTestSession.F3, "\r");

        assertEquals(List.of(), actions.causes);
        assertEquals(KeyContext.EVENTS, store.now().screen().context());
    }

    @Test
    void qClosesWhatIsOpenAndThenThePlayback() {
        after("\033OP");
        assertEquals(KeyContext.OVERLAY, store.now().screen().context());
        after("q");
        assertFalse(actions.hasEnded);
        after("q");
        assertTrue(actions.hasEnded);
    }

    @Test
    void aClickOnTheBarGoesToThatTime() {
        var area = actions.layout(store.now().view()).promptArea();

        input.mouse(new MouseEvent(
                MouseEvent.Type.Pressed,
                MouseEvent.Button.Button1,
                EnumSet.noneOf(MouseEvent.Modifier.class),
                78,
                area.row() + 2));

        assertEquals(at(40), store.now().time());
    }

    private static final class RecordedActions implements ScreenActions {

        private final List<Node> details = new ArrayList<>();
        private final List<String> causes = new ArrayList<>();
        private boolean hasEnded;

        @Override
        public ScreenLayout layout(ScreenView view) {
            return ScreenLayout.of(view, 80, 24);
        }

        @Override
        public Overlay fitted(Overlay overlay) {
            return overlay;
        }

        @Override
        public void repaint() {}

        @Override
        public void suspend() {}

        @Override
        public void details(Node node) {
            details.add(node);
        }

        @Override
        public void causes(Event event) {
            causes.add(event.text());
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public void end() {
            hasEnded = true;
        }

        @Override
        public void fail(RuntimeException fault) {
            throw fault;
        }
    }
}
