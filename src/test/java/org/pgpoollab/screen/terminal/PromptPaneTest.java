package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PromptPaneTest {

    private final PromptPane pane;

    PromptPaneTest() throws IOException {
        pane = new PromptPane(40, 5);
    }

    @AfterEach
    void close() throws IOException {
        pane.close();
    }

    @Test
    void outputIsDecodedThoughItComesInPieces() throws IOException {
        var bytes = "é日😀".getBytes(StandardCharsets.UTF_8);

        for (var one : bytes) {
            pane.terminal().output().write(one);
            pane.terminal().output().flush();
        }

        assertEquals("é日😀", pane.picture(0, "").line(0));
    }

    @Test
    void whatIsNoUtf8IsReplaced() throws IOException {
        pane.terminal().output().write(new byte[] {'a', (byte) 0xff, (byte) 0xc3, 'b', (byte) 0xe6, (byte) 0x97, 'c'});

        assertEquals("a\ufffd\ufffdb\ufffdc", pane.picture(0, "").line(0));
    }

    @Test
    void lineEndsReturnToTheLeft() {
        pane.terminal().writer().print("ab\ncd\n");
        pane.terminal().flush();

        assertEquals("ab\ncd\n\n\n\n", pane.picture(0, "").text());
    }

    @Test
    void aProgramReadsTheAnswersToItsQuestions() throws IOException {
        pane.terminal().writer().print("\u001b[6n");
        pane.terminal().flush();

        assertEquals("\u001b[1;1R", read(6));
    }

    @Test
    void theProgramHearsOfAResize() throws InterruptedException {
        var widths = new ArrayBlockingQueue<Integer>(10);
        pane.terminal()
                .handle(Signal.WINCH, signal -> widths.add(pane.terminal().getWidth()));

        pane.resize(70, 20);
        pane.resize(70, 20);

        assertEquals(70, widths.poll(20, TimeUnit.SECONDS));
        assertEquals(70, pane.picture(0, "").columns());
    }

    @Test
    void aMegabyteIsTakenAtOnceAndReadLater() throws IOException {
        var megabyte = "0123456789abcdef".repeat(65536);

        var taken = pane.send(megabyte);

        assertTrue(taken);
        assertEquals(megabyte, read(megabyte.length()));
    }

    @Test
    void whatIsTooMuchIsRefusedWithABell() {
        var part = "x".repeat(1 << 20);

        var taken = true;
        for (var i = 0; i < 6; i++) {
            taken &= pane.send(part);
        }

        assertFalse(taken);
        assertTrue(pane.screen().bells() > 0);
    }

    @Test
    void interruptingGoesBeforeAllThatWaitsAndDropsIt() throws Exception {
        var interrupted = new CountDownLatch(1);
        pane.terminal().handle(Signal.INT, signal -> interrupted.countDown());
        pane.send("x".repeat(1 << 20));

        pane.send("\u0003");

        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
        pane.send("after");
        assertEquals("after", read(5));
    }

    @Test
    void nothingThatIsTypedIsEchoedByTheTerminalItself() throws IOException {
        pane.send("\u001b[Aabc\u001a\u0014");

        assertEquals("\u001bOAabc\u001a\u0014", read(8));
        assertEquals("", pane.picture(0, "").line(0));
    }

    @Test
    void pastedTextIsMarkedOnlyIfTheProgramWishesSo() throws IOException {
        pane.paste("a\r\nb\u001b[201~\tc");
        pane.screen().write("\u001b[?2004h");
        pane.paste("d\ne");

        assertEquals("a\nb[201~\tc" + "\u001b[200~d\ne\u001b[201~", read(25));
    }

    @Test
    void closingEndsWhateverWaits() throws IOException {
        pane.send("x".repeat(1 << 20));

        pane.close();

        assertFalse(pane.send("x"));
        assertFalse(pane.send("\u0003"));
        pane.resize(3, 3);
    }

    private String read(int characters) throws IOException {
        var text = new StringBuilder();
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (text.length() < characters && System.nanoTime() < deadline) {
            var next = pane.terminal().reader().read(1000);
            if (next >= 0) {
                text.append((char) next);
            }
        }
        return text.toString();
    }
}
