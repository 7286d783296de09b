package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.picture.Picture;

/** Tests what a user sees after starting the program and typing. */
@Timeout(60)
class FirstFrameTest {

    private final ScreenTestSession screenTest = new ScreenTestSession();
    private final FakeTty tty = screenTest.tty;

    @AfterEach
    void close() {
        screenTest.close();
    }

    @Test
    void whereNothingRunsTheFirstCommandIsThereAlready() {
        screenTest.open();

        var picture = tty.await("lab> up");

        assertTrue(picture.line(0).contains("pgpool-lab · demo"), picture.text());
        assertTrue(picture.line(29).contains("F1 help"), picture.text());
        assertEquals(7, picture.cursor().map(Picture.Place::column).orElse(-1));
    }

    @Test
    void aReaderIsOfferedNothing() {
        screenTest.open("--read-only");

        var picture = tty.await("lab>");

        assertTrue(picture.lines().contains("lab>"), picture.text());
        assertTrue(picture.line(0).contains("read-only"), picture.text());
    }

    @Test
    void whereALabRunsItIsSeenAndTheLineIsEmpty() {
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();

        var picture = tty.await("● healthy");

        assertTrue(picture.lines().contains("lab>"), picture.text());
        assertTrue(picture.text().contains("pgpool-0  ★ LEADER"), picture.text());
    }

    @Test
    void whatACommandSaysStandsInThePane() {
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();

        screenTest.type("connect");

        tty.await("second line");
        tty.await("a prompt after it", picture -> lastPrompt(picture) > row(picture, "second line"));
    }

    @Test
    void theFirstCommandIsSentOffWithEnter() {
        screenTest.open();
        tty.await("lab> up");

        tty.press("\r");

        tty.awaitTrue("done", () -> screenTest.session.done.stream().anyMatch(title -> title.startsWith("up")));
    }

    @Test
    void tabOffersWhatCanFollow() {
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();
        tty.press("st");
        tty.await("lab> st");

        tty.press("\t\t");

        tty.await(
                "status and stop",
                picture -> picture.text().contains("status")
                        && picture.text().contains("stop")
                        && picture.text().contains("start"));
    }

    @Test
    void aReaderIsRefusedWhatChangesSomething() {
        screenTest.open("--read-only");

        screenTest.type("stop pg-1");

        tty.await("'stop' was refused");
        assertTrue(screenTest.session.done.isEmpty());
    }

    @Test
    void exitLeaves() {
        screenTest.open();
        tty.await("lab> up");
        tty.press(ScreenTestSession.INTERRUPT);
        tty.await("a new line", picture -> picture.lines().contains("lab>"));

        screenTest.type("exit");

        assertEquals(Exit.DONE, screenTest.end());
    }

    private static int lastPrompt(Picture picture) {
        return picture.lines().lastIndexOf("lab>");
    }

    private static int row(Picture picture, String text) {
        return (int)
                picture.lines().stream().takeWhile(line -> !line.contains(text)).count();
    }
}
