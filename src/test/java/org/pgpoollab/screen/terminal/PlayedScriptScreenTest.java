package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;

/** Tests a script that is played on the full screen: what is offered, and what typed lines do to its place. */
@Timeout(60)
class PlayedScriptScreenTest {

    private static final String CLEAR_LINE = "\025";
    private static final String ENTER = "\r";

    @TempDir
    private Path directory;

    private final ScreenTestSession screenTest = new ScreenTestSession();
    private final FakeTty tty = screenTest.tty;
    private Path file;

    @BeforeEach
    void aScript() throws IOException {
        screenTest.feed.running(Given.healthy().state());
        file = Files.writeString(directory.resolve("w.txt"), """
                ## One
                # Look at pg-2.
                stop pg-2
                # And now?
                stop pg-1
                ## Two
                wait pg-0 is primary
                # All seen.
                """);
    }

    @AfterEach
    void close() {
        screenTest.close();
    }

    private void play(String... words) {
        screenTest.start(Stream.concat(Stream.of("play", file.toString()), Arrays.stream(words))
                .toArray(String[]::new));
    }

    /** Waits until this command stands at the prompt, as the last line of the screen. */
    private void awaitOffer(String place, String command) {
        tty.await(place);
        awaitLine("lab> " + command);
    }

    private void awaitLine(String expected) {
        tty.await(
                expected,
                picture -> picture.cursor()
                        .filter(cursor -> picture.line(cursor.row()).strip().equals(expected))
                        .isPresent());
    }

    private void awaitDone(String... done) {
        tty.awaitTrue(String.join(", ", done), () -> screenTest.session.done.equals(List.of(done)));
    }

    @Test
    void theNextCommandStandsAtThePromptBelowItsComment() {
        play();

        awaitOffer("1 of 3 · 0 min · One", "stop pg-2");
        tty.await("Look at pg-2.");
        tty.press(ENTER);

        awaitOffer("2 of 3 · 0 min · One", "stop pg-1");
        tty.await("And now?");
        awaitDone("stop [pg-2] FAST");
    }

    @Test
    void anEditedCommandCountsAsTheOneThatWasOffered() {
        play();
        awaitOffer("1 of 3", "stop pg-2");

        tty.press(" --mode smart" + ENTER);

        awaitOffer("2 of 3", "stop pg-1");
        awaitDone("stop [pg-2] SMART");
    }

    @Test
    void whatIsTypedOnAClearedLineRunsInBetween() {
        play();
        awaitOffer("1 of 3", "stop pg-2");

        tty.press(CLEAR_LINE + "stop pg-0" + ENTER);

        awaitDone("stop [pg-0] FAST");
        awaitOffer("1 of 3", "stop pg-2");
        tty.press(ScreenTestSession.INTERRUPT);
        awaitLine("lab>");
        tty.press("stop pg-1" + ENTER);
        awaitDone("stop [pg-0] FAST", "stop [pg-1] FAST");
        awaitOffer("1 of 3", "stop pg-2");
        tty.press(CLEAR_LINE + ENTER);
        awaitOffer("1 of 3", "stop pg-2");
        tty.press(ENTER);
        awaitOffer("2 of 3", "stop pg-1");
    }

    @Test
    void aCommandThatFailsComesAgain() {
        play();
        awaitOffer("1 of 3", "stop pg-2");
        screenTest.session.fault = LabException.failed("the disk is full", "", "");

        tty.press(ENTER);

        tty.await("the disk is full");
        awaitOffer("1 of 3 did not succeed", "stop pg-2");
        screenTest.session.fault = null;
        tty.press(ENTER);
        awaitOffer("2 of 3", "stop pg-1");
    }

    @Test
    void theTeacherGoesForthAndBackAndToTheEnd() {
        play("--from", "2");
        awaitOffer("2 of 3", "stop pg-1");

        tty.press(CLEAR_LINE + "play back" + ENTER);
        awaitOffer("1 of 3", "stop pg-2");
        tty.press(CLEAR_LINE + "play next" + ENTER);
        awaitOffer("2 of 3", "stop pg-1");
        screenTest.forward(Duration.ofMinutes(7));
        tty.press(CLEAR_LINE + "play 3" + ENTER);
        awaitOffer("3 of 3 · 7 min · Two", "wait pg-0 is primary");
        tty.press(CLEAR_LINE + "play" + ENTER);
        tty.await("▸   3  wait pg-0 is primary");
        awaitLine("lab> wait pg-0 is primary");
        tty.press(ENTER);

        tty.await("All seen.");
        tty.await("The script has ended after 7 min.");
        awaitLine("lab>");
        assertEquals(List.of(), screenTest.session.done);
    }

    @Test
    void aScriptBeginsAtThePromptAndIsStopped() {
        screenTest.open();
        tty.await("healthy");

        screenTest.type("play " + file);
        awaitOffer("1 of 3", "stop pg-2");
        tty.press(CLEAR_LINE + "play stop" + ENTER);

        tty.await("The script has ended at 1 of 3.");
        awaitLine("lab>");
        screenTest.type("play next");
        tty.await("no script is being played");
    }

    @Test
    void aScriptWithMistakesDoesNotBegin() throws IOException {
        Files.writeString(file, "status\nstpo pg-1\n");
        screenTest.open();

        screenTest.type("play " + file);

        tty.await("line 2: There is no command 'stpo'");
        tty.await("lab>");
        assertFalse(tty.picture().text().contains("1 of 2"));
    }
}
