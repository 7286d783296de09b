package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.screen.terminal.PromptPane;

/** Tests what a resize does to the line that is edited, and to the output that follows it. */
@Timeout(60)
class ResizeSafeLineReaderTest {

    private final PromptPane pane;
    private final ResizeSafeLineReader reader;
    private final Semaphore changes = new Semaphore(0);
    private final ExecutorService editor = Executors.newSingleThreadExecutor();

    ResizeSafeLineReaderTest() throws IOException {
        pane = new PromptPane(60, 10);
        reader = new ResizeSafeLineReader(pane.terminal());
        pane.screen().onChange(changes::release);
    }

    @AfterEach
    void close() throws Exception {
        editor.shutdownNow();
        pane.close();
        assertTrue(editor.awaitTermination(20, TimeUnit.SECONDS));
    }

    @Test
    void theLineSurvivesAStormOfResizes() throws Exception {
        var line = editor.submit(() -> reader.readLine("lab> "));
        pane.send("stop pg-1");
        await("lab> stop pg-1");

        for (var size : new int[][] {{1, 1}, {500, 200}, {3, 40}, {20, 5}, {80, 24}}) {
            pane.resize(size[0], size[1]);
        }
        pane.send("23\r");

        assertEquals("stop pg-123", line.get());
        print("did 11");
        await("did 11");
    }

    @Test
    void aResizeAfterEnterDrawsNothing() throws Exception {
        var line = editor.submit(() -> reader.readLine("lab> "));
        pane.send("status\r");
        assertEquals("status", line.get());
        await("lab> status");
        var written = new CountDownLatch(1);
        pane.screen().onChange(written::countDown);

        pane.resize(80, 24);
        reader.handleSignal(Terminal.Signal.WINCH);
        print("healthy");

        assertTrue(written.await(10, TimeUnit.SECONDS));
        assertEquals("lab> status\nhealthy", pane.picture(0, "").text().strip());
    }

    private void print(String line) {
        pane.terminal().writer().println(line);
        pane.terminal().flush();
    }

    private void await(String line) throws InterruptedException {
        while (pane.picture(0, "").lines().stream().noneMatch(line::equals)) {
            if (!changes.tryAcquire(10, TimeUnit.SECONDS)) {
                fail("not seen: " + line + "\n" + pane.picture(0, "").text().strip());
            }
        }
    }
}
