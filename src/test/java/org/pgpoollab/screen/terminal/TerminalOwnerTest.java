package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;

@Timeout(60)
class TerminalOwnerTest {

    private final FakeTty tty = new FakeTty("xterm-256color", 20, 3);
    private final TerminalOwner terminalOwner = new TerminalOwner(tty, ColourDepth.MANY, TerminalLook.COLOUR);
    private final ByteArrayOutputStream direct = new ByteArrayOutputStream();

    TerminalOwnerTest() throws IOException {}

    @Test
    void whileItIsUpKeysAreOursAndTheScreenIsAnotherOne() throws IOException {
        terminalOwner.raise();

        var attributes = tty.getAttributes();
        assertFalse(attributes.getLocalFlag(LocalFlag.ISIG));
        assertFalse(attributes.getLocalFlag(LocalFlag.ICANON));
        assertFalse(attributes.getInputFlag(InputFlag.IXON));
        assertTrue(tty.wire().isAlternate());
        assertTrue(tty.wire().sent().contains("\033[?1h\033="), "the keypad sends what terminfo says");
    }

    @Test
    void whenItIsDownAllIsAsItWas() throws IOException {
        tty.wire().scribble("$ pgpool-lab");
        terminalOwner.raise();
        terminalOwner.paint(picture("frame"));

        terminalOwner.lower();

        assertTrue(tty.isAsItWas());
        assertFalse(tty.wire().isAlternate());
        assertEquals("$ pgpool-lab", tty.picture().line(0));
        assertTrue(tty.wire().sent().endsWith("\033[?1049l"));
        assertTrue(tty.wire().sent().contains("\033[?1l\033>"));
    }

    @Test
    void nothingIsDrawnWhileItIsDown() throws IOException {
        terminalOwner.paint(picture("frame"));
        terminalOwner.raise();
        terminalOwner.lower();
        var sent = tty.wire().length();

        terminalOwner.paint(picture("frame"));
        terminalOwner.lower();

        assertEquals(sent, tty.wire().length());
    }

    @Test
    void afterItWasLentThePictureIsSentWhole() throws IOException {
        terminalOwner.raise();
        terminalOwner.paint(picture("frame"));

        var result = terminalOwner.lend(() -> {
            assertTrue(tty.isAsItWas());
            return 7;
        });
        terminalOwner.paint(picture("frame"));

        assertEquals(7, result);
        assertEquals("frame", tty.picture().line(0));
        assertFalse(tty.isAsItWas());
    }

    @Test
    void itIsRaisedAgainThoughThatWentWrong() throws IOException {
        terminalOwner.raise();

        assertThrows(
                IllegalStateException.class,
                () -> terminalOwner.lend(() -> {
                    throw new IllegalStateException("broken");
                }));

        assertTrue(tty.wire().isAlternate());
    }

    @Test
    void aTerminalThatIsGoneWhenItIsTakenIsGivenBackAllTheSame() {
        tty.wire().cut(3);

        assertThrows(IOException.class, terminalOwner::raise);
        terminalOwner.lower();

        assertTrue(tty.isAsItWas());
    }

    @Test
    void aTerminalThatIsClosedDoesNotStopAnybody() throws IOException {
        terminalOwner.raise();
        tty.close();

        terminalOwner.lower();

        assertThrows(IOException.class, terminalOwner::size);
    }

    @Test
    void itFallsInTheMiddleOfAFrameThatTheTerminalDoesNotTake() throws Exception {
        terminalOwner.raise();
        tty.wire().hold();
        var painting = CompletableFuture.runAsync(() -> paintOrFail("frame"));
        tty.awaitTrue("a frame that waits", () -> tty.wire().isWaitedFor());

        terminalOwner.fall(direct);

        assertTrue(direct().endsWith("\033[?25h\033[?1049l"), direct());
        assertTrue(tty.isAsItWas());
        tty.wire().release();
        painting.join();
        var sent = tty.wire().length();
        terminalOwner.paint(picture("another"));
        assertEquals(sent, tty.wire().length());
    }

    @Test
    void itFallsOnce() throws IOException {
        terminalOwner.raise();

        terminalOwner.fall(direct);
        var once = direct();
        terminalOwner.fall(direct);

        assertEquals(once, direct());
    }

    @Test
    void itIsNotRaisedAfterItFellThoughTheTerminalWasLent() throws IOException {
        terminalOwner.raise();

        var unused = terminalOwner.lend(() -> {
            terminalOwner.fall(direct);
            return 0;
        });

        assertEquals("", direct());
        assertFalse(tty.wire().isAlternate());
        assertTrue(tty.isAsItWas());
    }

    @Test
    void aScreenThatIsClosedAlreadyCanBeClosedAgain() throws IOException {
        terminalOwner.raise();
        terminalOwner.lower();

        terminalOwner.fall(direct);

        assertEquals("", direct());
    }

    private void paintOrFail(String text) {
        try {
            terminalOwner.paint(picture(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String direct() {
        return direct.toString(StandardCharsets.US_ASCII);
    }

    private static Picture picture(String text) {
        var canvas = new Canvas(20, 3);
        canvas.write(0, 0, text, GlyphStyle.PLAIN);
        return canvas.picture();
    }
}
