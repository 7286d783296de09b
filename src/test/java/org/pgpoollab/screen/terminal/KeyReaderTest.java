package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyReaderTest {

    private static final String BREAKS = "!";

    private final FakeTty tty = new FakeTty("xterm-256color", 80, 24);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final KeyReader reader =
            new KeyReader(tty, List.of("\033", "\033[A", "\033[5~", "\033OP", "\033[1;3B", "\r"), new Listener());

    KeyReaderTest() throws IOException {}

    @BeforeEach
    void start() {
        tty.enterRawMode();
        reader.start();
    }

    @AfterEach
    void stop() throws IOException {
        reader.stop();
        tty.close();
    }

    @Test
    void aSequenceThatIsKnownComesInOnePiece() {
        tty.press("a\033[A\033OP\033[1;3Bb");

        assertHeard("a", "\033[A", "\033OP", "\033[1;3B", "b");
    }

    @Test
    void aSequenceThatComesSlowlyIsStillOne() {
        tty.press("\033", "[", "5", "~", "x");

        assertHeard("\033[5~", "x");
    }

    @Test
    void anEscapeAloneIsAKeyAfterAWhile() {
        tty.press("\033");

        assertHeard("\033");
    }

    @Test
    void whatIsNotKnownComesInPiecesButWhole() {
        tty.press("\033[99~z");

        assertEquals("\033[99~z", heardUntil("z"));
    }

    @Test
    void charactersBeyondTheFirstPlaneAreOneKey() {
        tty.press("é日😀x");

        assertEquals("é日😀x", heardUntil("x"));
    }

    @Test
    void clicksAndTheWheelAreMouseEvents() {
        tty.press("\033[<0;5;7M", "\033[<0;5;7m", "\033[<64;1;2M", "x");

        assertHeard("Pressed Button1 4,6", "Released Button1 4,6", "Wheel WheelUp 0,1", "x");
    }

    @Test
    void whatOnlyBeginsLikeTheMouseIsNothing() {
        tty.press("\033[<;M", "\033[<99999999999;1;1M", "x");
        assertTrue(heardUntil("x").endsWith("x"));
    }

    @Test
    void theBeginningOfAMouseEventDoesNotKeepTheTerminal() throws InterruptedException {
        tty.press("a\033[<0;1");
        assertHeard("a");

        var unused = reader.paused(() -> 0);

        String key;
        do {
            tty.press("y");
            key = heard.poll(600, TimeUnit.MILLISECONDS);
        } while (key == null);
        assertEquals("y", key);
    }

    @Test
    void nothingIsReadWhileSomebodyElseReads() {
        var typed = reader.paused(() -> {
            tty.press("abc");
            try {
                return "" + (char) tty.reader().read() + (char) tty.reader().read();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertEquals("ab", typed);
        assertHeard("c");
    }

    @Test
    void theEndOfTheTerminalIsToldOnce() throws IOException {
        tty.close();

        assertHeard("END");
        assertTrue(heard.isEmpty());
    }

    @Test
    void afterAFaultNothingIsReadAnyMore() {
        tty.press(BREAKS, "a");

        assertHeard("FAULT the listener is broken");
        assertTrue(heard.isEmpty());
    }

    @Test
    void aReaderThatWasStoppedTellsNothing() throws Exception {
        reader.stop();
        var unused = reader.paused(() -> 0);

        tty.close();

        assertTrue(heard.isEmpty());
    }

    @Test
    void whileAKeyIsBeingHandledTheTerminalIsFree() throws InterruptedException {
        tty.press("?");
        assertHeard("?");

        var entered = new CountDownLatch(1);
        var unused = reader.paused(() -> {
            entered.countDown();
            return 0;
        });

        assertTrue(entered.await(1, TimeUnit.SECONDS));
    }

    private void assertHeard(String... keys) {
        for (var key : keys) {
            assertEquals(key, next());
        }
    }

    private String heardUntil(String last) {
        var all = new StringBuilder();
        do {
            all.append(next());
        } while (!all.toString().endsWith(last));
        return all.toString();
    }

    private String next() {
        try {
            return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private final class Listener implements KeyReader.Listener {

        @Override
        public void key(String raw) {
            if (raw.equals(BREAKS)) {
                throw new IllegalStateException("the listener is broken");
            }
            heard.add(raw);
        }

        @Override
        public void mouse(MouseEvent event) {
            heard.add(event.getType() + " " + event.getButton() + " " + event.getX() + "," + event.getY());
        }

        @Override
        public void end() {
            heard.add("END");
        }

        @Override
        public void failed(RuntimeException fault) {
            heard.add("FAULT " + fault.getMessage());
        }
    }
}
