package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jline.terminal.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.Scenes;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** Tests how each key changes the screen's state. */
@Timeout(60)
class InputHandlerTest {

    private static final String ALT_UP = "\033[1;3A";
    private static final String UP = "\033[A";
    private static final String DOWN = "\033[B";

    private final FakeTty tty = new FakeTty("xterm-256color", 100, 30);
    private final PromptPane pane = new PromptPane(100, 10);
    private final List<String> wished = new ArrayList<>();
    private final StateStore<ScreenState> store =
            new StateStore<>(ScreenState.of(ScreenView.of(Given.lab(3, 3), Given.NOW, ZoneOffset.UTC, Theme.dark())
                    .seeing(Given.healthy().state(), Given.NOW)));
    private final InputHandler inputHandler = new InputHandler(store, pane, new KeyTable(tty), new RequestedActions());

    InputHandlerTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        pane.close();
        tty.close();
    }

    @Test
    void theSelectionGoesRoundInBothDirections() {
        inputHandler.key(ALT_UP);
        assertEquals("pgpool-2", selected());

        inputHandler.key(DOWN);
        assertEquals("pg-0", selected());
        inputHandler.key(UP);

        assertEquals("pgpool-2", selected());
    }

    @Test
    void escapeLetsTheNodeGo() {
        inputHandler.key(ScreenTestSession.ALT_DOWN);

        inputHandler.key(ScreenTestSession.ESCAPE);

        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void enterOpensTheMenuAndEscapeClosesItAgain() {
        inputHandler.key(ScreenTestSession.ALT_DOWN);
        inputHandler.key("\r");
        assertEquals(KeyContext.MENU, context());

        inputHandler.key(ScreenTestSession.ESCAPE);

        assertEquals(KeyContext.NODE, context());
    }

    @Test
    void aLetterThatNoLineHasDoesNothing() {
        inputHandler.key(ScreenTestSession.ALT_DOWN);
        inputHandler.key("\r");

        inputHandler.key("%");
        inputHandler.key("😀");

        assertEquals(KeyContext.MENU, context());
    }

    @Test
    void theMenuOfALabThatIsNotSeenDoesNotOpen() {
        store.change(screenState -> screenState.with(screenState.view().notRunning(Given.lab(3, 3))));
        inputHandler.key(ScreenTestSession.ALT_DOWN);

        inputHandler.key("\r");

        assertEquals(KeyContext.NODE, context());
    }

    @Test
    void aKeyHoldsTheGridAndLetsItGo() {
        var healthy = store.now().view().state();
        inputHandler.key(ScreenTestSession.F6);
        store.change(screenState -> screenState.with(
                screenState.view().seeing(Given.healthy().silent("pg-2").state(), Given.NOW.plusSeconds(5))));

        assertEquals(healthy, store.now().view().presentation().held().get(0).state());
        inputHandler.key(ScreenTestSession.F6);

        assertEquals(List.of(), store.now().view().presentation().held());
    }

    @Test
    void theWheelScrollsTheLessonUnderThePointer() {
        var view = store.now().view();
        var playing = view.with(view.lesson().showing(Optional.of(Scenes.task())));
        store.change(screenState -> screenState.with(playing));
        var area = ScreenLayout.of(playing, 100, 30).lessonArea();

        inputHandler.mouse(wheel(MouseEvent.Button.WheelDown, area.column() + 2, area.row()));
        var below = store.now().view().lesson().offset();
        inputHandler.mouse(wheel(MouseEvent.Button.WheelUp, area.column() + 2, area.row()));

        assertTrue(below > 0);
        assertEquals(0, store.now().view().lesson().offset());
    }

    private static MouseEvent wheel(MouseEvent.Button button, int column, int row) {
        return new MouseEvent(MouseEvent.Type.Wheel, button, EnumSet.noneOf(MouseEvent.Modifier.class), column, row);
    }

    @Test
    void detailsAreOfTheSelectedNodeOrTheFirst() {
        inputHandler.key(ScreenTestSession.F4);
        inputHandler.key(ScreenTestSession.ALT_DOWN);
        inputHandler.key(ScreenTestSession.ALT_DOWN);
        inputHandler.key(ScreenTestSession.F4);

        assertEquals(List.of("details pg-0", "details pg-1"), wished);
    }

    @Test
    void enterAmongAllEventsOpensTheLogLinesOfTheSelectedOne() {
        store.change(screenState ->
                screenState.with(screenState.view().withEvents(List.of(event("one"), event("two"), event("three")))));
        inputHandler.key(ScreenTestSession.F3);

        assertEquals(KeyContext.EVENTS, context());
        inputHandler.key("\r");
        inputHandler.key(UP);
        inputHandler.key("\r");
        inputHandler.key(ScreenTestSession.PAGE_UP);
        inputHandler.key("\r");
        inputHandler.key("G");
        inputHandler.key("\r");

        assertEquals(List.of("causes three", "causes two", "causes one", "causes three"), wished);
    }

    @Test
    void theSelectedEventStaysSelectedWhenOthersCome() {
        var one = event("one");
        store.change(screenState -> screenState.with(screenState.view().withEvents(List.of(one, event("two")))));
        inputHandler.key(ScreenTestSession.F3);
        inputHandler.key("k");

        store.change(screenState -> screenState.with(
                screenState.view().withEvents(List.of(event("zero"), one, event("two"), event("three")))));
        inputHandler.key("\r");

        assertEquals(List.of("causes one"), wished);
    }

    @Test
    void withoutEventsEnterOpensNothing() {
        inputHandler.key(ScreenTestSession.F3);

        inputHandler.key(UP);
        inputHandler.key("\r");

        assertEquals(List.of(), wished);
        assertEquals(KeyContext.EVENTS, context());
    }

    private static Event event(String text) {
        return new Event(Given.NOW, Event.Kind.NODE, Event.Effect.CHANGE, List.of("pg-0"), text, Event.Source.SEEN);
    }

    @Test
    void eventsAreScrolledNoFurtherThanThereAreAny() {
        inputHandler.key(ScreenTestSession.F3);
        IntStream.range(0, 20).forEach(time -> inputHandler.key(ScreenTestSession.PAGE_UP));

        assertEquals(0, store.now().view().focus().eventsBack());
        inputHandler.key("q");
        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void theOutputIsScrolledNoFurtherThanItGoes() {
        write(50);
        inputHandler.key(ScreenTestSession.PAGE_UP);
        inputHandler.key("\033[H");
        assertEquals(pane.screen().scrollbackSize(), back());

        inputHandler.key(UP);
        assertEquals(pane.screen().scrollbackSize(), back());
        inputHandler.key(DOWN);
        assertEquals(pane.screen().scrollbackSize() - 1, back());
        inputHandler.key("\033[F");

        assertEquals(0, back());
        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void aSearchIsTypedErasedAndGivenUp() {
        inputHandler.key("\033/");
        inputHandler.key("a");
        inputHandler.key("😀");
        inputHandler.key("\001");
        assertEquals(new ScreenState.Search(true, "a😀"), store.now().search());

        inputHandler.key("\177");
        inputHandler.key("\177");
        inputHandler.key("\177");
        assertEquals(new ScreenState.Search(true, ""), store.now().search());
        inputHandler.key(ScreenTestSession.ESCAPE);

        assertEquals(ScreenState.Search.NONE, store.now().search());
    }

    @Test
    void whatIsFoundCanBeGoneThrough() {
        write(50);
        inputHandler.key("\033/");
        "line 1".chars().forEach(letter -> inputHandler.key(Character.toString(letter)));
        inputHandler.key("\r");
        assertEquals(KeyContext.FOUND, context());
        var first = back();

        inputHandler.key("n");
        assertTrue(back() > first);
        inputHandler.key("N");

        assertEquals(first, back());
    }

    @Test
    void aClickBesideAllNodesLetsTheNodeGo() {
        inputHandler.key(ScreenTestSession.ALT_DOWN);

        inputHandler.mouse(press(50, 29));

        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void aClickOnANodeSelectsItAndWhatLiesOverItCatchesIt() {
        inputHandler.mouse(press(5, 4));
        assertEquals("pg-1", selected());
        inputHandler.mouse(press(5, 4));
        assertEquals(KeyContext.MENU, context());

        inputHandler.mouse(press(5, 3));

        assertEquals(KeyContext.MENU, context());
        assertEquals("pg-1", selected());
    }

    @Test
    void drawingAnewStoppingAndTheEndAreWished() {
        inputHandler.key("\014");
        inputHandler.key("\032");
        inputHandler.end();
        inputHandler.failed(new IllegalStateException("broken"));

        assertEquals(List.of("repaint", "suspend", "end", "fail broken"), wished);
    }

    @Test
    void helpIsOfTheContextItWasCalledIn() {
        inputHandler.key(ScreenTestSession.ALT_DOWN);
        inputHandler.key(ScreenTestSession.F1);
        assertEquals(KeyContext.OVERLAY, context());

        inputHandler.key(ScreenTestSession.F2);
        inputHandler.key(ScreenTestSession.ESCAPE);

        assertEquals(KeyContext.NODE, context());
        assertEquals(Focus.Mode.GRID, store.now().view().focus().mode());
    }

    private void write(int lines) {
        IntStream.range(0, lines).forEach(number -> pane.screen().write("line " + number + "\r\n"));
    }

    private KeyContext context() {
        return store.now().context();
    }

    private int back() {
        return store.now().view().promptBack();
    }

    private String selected() {
        Set<Node> selected = store.now().view().focus().selected();
        return selected.stream().findFirst().map(Node::name).orElse("none");
    }

    private static MouseEvent press(int column, int row) {
        var none = java.util.EnumSet.noneOf(MouseEvent.Modifier.class);
        return new MouseEvent(MouseEvent.Type.Pressed, MouseEvent.Button.Button1, none, column, row);
    }

    private final class RequestedActions implements ScreenActions {

        @Override
        public ScreenLayout layout(ScreenView view) {
            return ScreenLayout.of(view, 100, 30);
        }

        @Override
        public Overlay fitted(Overlay overlay) {
            return overlay;
        }

        @Override
        public void repaint() {
            wished.add("repaint");
        }

        @Override
        public void suspend() {
            wished.add("suspend");
        }

        @Override
        public void details(Node node) {
            wished.add("details " + node);
        }

        @Override
        public void causes(Event event) {
            wished.add("causes " + event.text());
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public void end() {
            wished.add("end");
        }

        @Override
        public void fail(RuntimeException fault) {
            wished.add("fail " + fault.getMessage());
        }
    }
}
