package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.screen.picture.Picture;

/** Tests what commands may do to the screen on which they run. */
@Timeout(60)
class FullScreenDisplayTest extends OpenScreen {

    @TempDir
    private Path directory;

    @Test
    void aPictureIsOfTheScreenAsItIs() throws IOException {
        screenTest.feed.show(Given.healthy().stopped("pg-2").state());
        tty.await("connection refused");
        var file = directory.resolve("a.txt");

        screenTest.type("screenshot " + file);

        tty.await("the picture is in");
        var text = Files.readString(file);
        assertTrue(text.contains("connection refused"), text);
        assertTrue(text.contains("lab> screenshot"), text);
    }

    @Test
    void captionsComeAndGo() {
        screenTest.feed.show(Given.healthy().state());
        tty.await("Events");

        screenTest.type("caption on");
        tty.await("Last events");
        screenTest.type("caption off");

        tty.awaitNo("Last events");
    }

    @Test
    void aRecordingBeginsWithAWholeFrameAndSaysThatItRuns() throws IOException {
        var file = directory.resolve("a.cast");

        screenTest.type("record " + file);
        awaitRecording();
        screenTest.type("record --stop");
        awaitNoRecording();

        var lines = Files.readAllLines(file);
        assertTrue(lines.get(1).contains("\\u001B[2J"), lines.get(1));
        assertTrue(String.join("", lines).contains("Pgpool-II"));
    }

    @Test
    void aRecordingKnowsTheSizesOfTheScreen() throws IOException {
        var file = directory.resolve("a.cast");
        screenTest.type("record " + file);
        awaitRecording();

        tty.resize(80, 24);
        tty.await(
                "the new size",
                picture -> picture.columns() == 80 && picture.line(1).endsWith("┐"));
        // The recorder receives a picture after the terminal.
        assertTrue(Await.until(() -> isIn(file, "\"r\",\"80x24\""), Duration.ofSeconds(10)));
        screenTest.type("record --stop");
        awaitNoRecording();
    }

    /** Searches a file that is being written. Its last character may be incomplete, so the searched text is ASCII. */
    private static boolean isIn(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecondRecordingIsRefused() {
        screenTest.type("record " + directory.resolve("a.cast"));
        awaitRecording();

        screenTest.type("record " + directory.resolve("b.cast"));

        tty.await("The screen is being recorded already");
        assertFalse(Files.exists(directory.resolve("b.cast")));
    }

    @Test
    void aRecordingThatDoesNotRunCannotBeStopped() {
        screenTest.type("record --stop");

        tty.await("Nothing is being recorded");
    }

    @Test
    void aRecordingInNoPlaceIsRefused() {
        screenTest.type("record " + directory.resolve("missing/a.cast"));

        tty.await("The recording cannot be written");
        assertFalse(isRecording(tty.picture()));
    }

    @Test
    void nothingFollowsAProgramThatHadTheTerminalAndFailed() {
        screenTest.session.ended = new Shell.Ended(3, "", "");

        screenTest.type("psql; status");

        tty.awaitTrue("run", () -> screenTest.session.ran.size() == 1);
        tty.press("x");
        tty.await("lab> x");
        assertEquals(List.of(), screenTest.session.asked);
    }

    @Test
    void aRecordingEndsWithTheProgram() {
        screenTest.type("record " + directory.resolve("a.cast"));
        awaitRecording();

        screenTest.type("exit");

        screenTest.end();
        assertTrue(Files.isReadable(directory.resolve("a.cast")));
    }

    private void awaitRecording() {
        tty.await("recording", picture -> isRecording(picture) && picture.text().contains("recording into"));
    }

    private void awaitNoRecording() {
        tty.await("no recording", picture -> !isRecording(picture));
    }

    private static boolean isRecording(Picture picture) {
        return picture.line(0).contains(" recording ");
    }
}
