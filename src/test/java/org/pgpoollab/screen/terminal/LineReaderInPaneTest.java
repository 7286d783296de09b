package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.screen.picture.Picture;

/** Tests JLine's line editor in the pane: keys in, picture out. */
@Timeout(120)
class LineReaderInPaneTest {

    private final PromptPane pane;
    private final Semaphore changes = new Semaphore(0);
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ExecutorService editor = Executors.newSingleThreadExecutor();

    LineReaderInPaneTest() throws IOException {
        pane = new PromptPane(60, 10);
    }

    @BeforeEach
    void open() {
        pane.screen().onChange(changes::release);
        editor.execute(this::edit);
        await("lab>");
    }

    @AfterEach
    void close() throws Exception {
        editor.shutdownNow();
        pane.close();
        assertTrue(editor.awaitTermination(20, TimeUnit.SECONDS));
    }

    private void edit() {
        var reader = LineReaderBuilder.builder()
                .terminal(pane.terminal())
                .completer((source, line, candidates) ->
                        IntStream.range(0, 40).forEach(number -> candidates.add(new Candidate("node-" + number))))
                .option(LineReader.Option.AUTO_FRESH_LINE, false)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.LIST_MAX, 1000)
                .build();
        while (true) {
            try {
                var line = reader.readLine("lab> ");
                lines.add(line);
                pane.terminal().writer().println("did " + line.length());
            } catch (UserInterruptException dropped) {
                lines.add("^C");
            } catch (EndOfFileException | java.io.IOError | IllegalStateException left) {
                return;
            }
        }
    }

    @Test
    void whatIsTypedIsSeenAndRead() throws InterruptedException {
        pane.send("status pg-1");
        await("lab> status pg-1");
        assertEquals(new Picture.Place(16, 0), pane.picture(0, "").cursor().orElseThrow());

        pane.send("\r");

        assertEquals("status pg-1", line());
        await("lab> status pg-1\ndid 11\nlab>");
    }

    @Test
    void wideCharactersAndEmojiAreEditedInPlace() throws InterruptedException {
        pane.send("a日本😀é");
        await("lab> a日本😀é");

        pane.send("\u001b[D\u001b[D\u007fx");

        await("lab> a日x😀é");
        assertEquals(new Picture.Place(9, 0), pane.picture(0, "").cursor().orElseThrow());
        pane.send("\r");
        assertEquals("a日x😀é", line());
    }

    @Test
    void aMenuOfManyCandidatesIsShownAndGone() throws InterruptedException {
        pane.send("\t");
        // The list of candidates follows at once.
        awaitLine(line -> line.strip().equals("lab> node-"));
        pane.send("\t");
        awaitLine(line -> line.contains("node-10"));
        awaitLine(line -> line.startsWith("lab> node-0"));
        pane.send("\u001b[C");
        awaitPicture(picture -> !picture.line(0).startsWith("lab> node-0"), "the next one chosen");
        pane.send("\u001b[D");
        awaitLine(line -> line.startsWith("lab> node-0"));
        pane.send("\r");
        awaitPicture(picture -> picture.text().strip().equals("lab> node-0"), "the menu gone");

        pane.send("\r");

        assertEquals("node-0", line().strip());
        awaitLine(line -> line.startsWith("did "));
    }

    @Test
    void theHistoryIsSearched() throws InterruptedException {
        pane.send("stop primary\r");
        line();
        pane.send("status\r");
        line();

        pane.send("\u0012prim");
        awaitLine(line -> line.contains("prim") && line.contains("stop primary"));
        pane.send("\r");

        assertEquals("stop primary", line());
    }

    @Test
    void aLineIsKilledYankedAndUndone() throws InterruptedException {
        pane.send("stop pg-1");
        await("lab> stop pg-1");
        pane.send("\u0015");
        await("lab>");
        pane.send("\u0019");
        await("lab> stop pg-1");
        pane.send(" now");
        await("lab> stop pg-1 now");
        pane.send("\u001f\u001f\u001f\u001f");
        await("lab> stop pg-1");

        pane.send("\r");

        assertEquals("stop pg-1", line());
    }

    @Test
    void severalLinesArePastedAsOne() throws InterruptedException {
        pane.paste("stop pg-1\nstart pg-1");
        awaitLine(line -> line.endsWith("start pg-1"));

        pane.send("\r");

        assertEquals("stop pg-1\nstart pg-1", line());
    }

    @Test
    void aLineLongerThanThePaneIsWrappedAndScrolled() throws InterruptedException {
        var text = "0123456789".repeat(70);
        pane.send(text);
        awaitLine(line -> line.startsWith("56789") && line.endsWith("789"));

        pane.send("\r");

        assertEquals(text, line());
    }

    @Test
    void anInterruptDropsTheLine() throws InterruptedException {
        pane.send("stop pg-1");
        await("lab> stop pg-1");

        pane.send("\u0003");

        assertEquals("^C", line());
    }

    @Test
    void aMegabyteIsPasted() throws InterruptedException {
        var megabyte = "0123456789abcdef".repeat(65536);

        pane.paste(megabyte);
        pane.send("\r");

        assertEquals(megabyte.length(), line().length());
    }

    private String line() throws InterruptedException {
        var line = lines.poll(60, TimeUnit.SECONDS);
        return line == null ? fail("nothing was read:\n" + pane.picture(0, "").text()) : line;
    }

    private void await(String screen) {
        awaitPicture(picture -> picture.text().strip().equals(screen), screen);
    }

    private void awaitLine(Predicate<String> line) {
        awaitPicture(picture -> picture.lines().stream().anyMatch(line), "such a line");
    }

    private void awaitPicture(Predicate<Picture> expected, String name) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!expected.test(pane.picture(0, ""))) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                fail("not seen: " + name + "\n" + pane.picture(0, "").text());
            }
            waitForChange(left);
        }
    }

    private void waitForChange(long nanos) {
        try {
            var unused = changes.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
    }
}
