package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jline.terminal.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.topology.Node;

/** What keys do to the scene, key by key. */
@Timeout(60)
class InputHandlerTest {

    private static final String ALT_UP = "\033[1;3A";
    private static final String UP = "\033[A";
    private static final String DOWN = "\033[B";

    private final FakeTty tty = new FakeTty("xterm-256color", 100, 30);
    private final PromptPane pane = new PromptPane(100, 10);
    private final List<String> wished = new ArrayList<>();
    private final StateStore<ScreenState> scene =
            new StateStore<>(ScreenState.of(ScreenView.of(Given.lab(3, 3), Given.NOW, ZoneOffset.UTC, Theme.dark())
                    .seeing(Given.healthy().state(), Given.NOW)));
    private final InputHandler hands = new InputHandler(scene, pane, new KeyTable(tty), new Wishes());

    InputHandlerTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        pane.close();
        tty.close();
    }

    @Test
    void theSelectionGoesRoundInBothDirections() {
        hands.key(ALT_UP);
        assertEquals("pgpool-2", selected());

        hands.key(DOWN);
        assertEquals("pg-0", selected());
        hands.key(UP);

        assertEquals("pgpool-2", selected());
    }

    @Test
    void escapeLetsTheNodeGo() {
        hands.key(Theatre.ALT_DOWN);

        hands.key(Theatre.ESCAPE);

        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void enterOpensTheMenuAndEscapeClosesItAgain() {
        hands.key(Theatre.ALT_DOWN);
        hands.key("\r");
        assertEquals(KeyContext.MENU, context());

        hands.key(Theatre.ESCAPE);

        assertEquals(KeyContext.NODE, context());
    }

    @Test
    void aLetterThatNoLineHasDoesNothing() {
        hands.key(Theatre.ALT_DOWN);
        hands.key("\r");

        hands.key("%");
        hands.key("😀");

        assertEquals(KeyContext.MENU, context());
    }

    @Test
    void theMenuOfALabThatIsNotSeenDoesNotOpen() {
        scene.change(play -> play.with(play.view().notRunning(Given.lab(3, 3))));
        hands.key(Theatre.ALT_DOWN);

        hands.key("\r");

        assertEquals(KeyContext.NODE, context());
    }

    @Test
    void detailsAreOfTheSelectedNodeOrTheFirst() {
        hands.key(Theatre.F4);
        hands.key(Theatre.ALT_DOWN);
        hands.key(Theatre.ALT_DOWN);
        hands.key(Theatre.F4);

        assertEquals(List.of("details pg-0", "details pg-1"), wished);
    }

    @Test
    void eventsAreScrolledNoFurtherThanThereAreAny() {
        hands.key(Theatre.F3);
        IntStream.range(0, 20).forEach(time -> hands.key(Theatre.PAGE_UP));

        assertEquals(0, scene.now().view().focus().eventsBack());
        hands.key("q");
        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void theOutputIsScrolledNoFurtherThanItGoes() {
        write(50);
        hands.key(Theatre.PAGE_UP);
        hands.key("\033[H");
        assertEquals(pane.screen().scrollbackSize(), back());

        hands.key(UP);
        assertEquals(pane.screen().scrollbackSize(), back());
        hands.key(DOWN);
        assertEquals(pane.screen().scrollbackSize() - 1, back());
        hands.key("\033[F");

        assertEquals(0, back());
        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void aSearchIsTypedErasedAndGivenUp() {
        hands.key("\033/");
        hands.key("a");
        hands.key("😀");
        hands.key("\001");
        assertEquals(new ScreenState.Search(true, "a😀"), scene.now().search());

        hands.key("\177");
        hands.key("\177");
        hands.key("\177");
        assertEquals(new ScreenState.Search(true, ""), scene.now().search());
        hands.key(Theatre.ESCAPE);

        assertEquals(ScreenState.Search.NONE, scene.now().search());
    }

    @Test
    void whatIsFoundCanBeGoneThrough() {
        write(50);
        hands.key("\033/");
        "line 1".chars().forEach(letter -> hands.key(Character.toString(letter)));
        hands.key("\r");
        assertEquals(KeyContext.FOUND, context());
        var first = back();

        hands.key("n");
        assertTrue(back() > first);
        hands.key("N");

        assertEquals(first, back());
    }

    @Test
    void aClickBesideAllNodesLetsTheNodeGo() {
        hands.key(Theatre.ALT_DOWN);

        hands.mouse(press(50, 29));

        assertEquals(KeyContext.PROMPT, context());
    }

    @Test
    void aClickOnANodeSelectsItAndWhatLiesOverItCatchesIt() {
        hands.mouse(press(5, 4));
        assertEquals("pg-1", selected());
        hands.mouse(press(5, 4));
        assertEquals(KeyContext.MENU, context());

        hands.mouse(press(5, 3));

        assertEquals(KeyContext.MENU, context());
        assertEquals("pg-1", selected());
    }

    @Test
    void drawingAnewStoppingAndTheEndAreWished() {
        hands.key("\014");
        hands.key("\032");
        hands.end();
        hands.failed(new IllegalStateException("broken"));

        assertEquals(List.of("repaint", "suspend", "end", "fail broken"), wished);
    }

    @Test
    void helpIsOfTheContextItWasCalledIn() {
        hands.key(Theatre.ALT_DOWN);
        hands.key(Theatre.F1);
        assertEquals(KeyContext.OVERLAY, context());

        hands.key(Theatre.F2);
        hands.key(Theatre.ESCAPE);

        assertEquals(KeyContext.NODE, context());
        assertEquals(Focus.Mode.GRID, scene.now().view().focus().mode());
    }

    private void write(int lines) {
        IntStream.range(0, lines).forEach(number -> pane.screen().write("line " + number + "\r\n"));
    }

    private KeyContext context() {
        return scene.now().context();
    }

    private int back() {
        return scene.now().view().promptBack();
    }

    private String selected() {
        Set<Node> selected = scene.now().view().focus().selected();
        return selected.stream().findFirst().map(Node::name).orElse("none");
    }

    private static MouseEvent press(int column, int row) {
        var none = java.util.EnumSet.noneOf(MouseEvent.Modifier.class);
        return new MouseEvent(MouseEvent.Type.Pressed, MouseEvent.Button.Button1, none, column, row);
    }

    private final class Wishes implements InputHandler.Wires {

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
