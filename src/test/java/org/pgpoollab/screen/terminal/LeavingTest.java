package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;

/** Tests that the terminal is restored whenever it is lent or given back. */
@Timeout(60)
class LeavingTest extends OpenScreen {

    private static final Pattern FULL_CLEAR = Pattern.compile("\033\\[2J");

    @Test
    void endOfFileLeavesAndTellsHowToComeBack() {
        assertFalse(isRestored());

        tty.press(ScreenTestSession.END_OF_FILE);

        assertEquals(Exit.DONE, screenTest.end());
        assertTrue(isRestored(), modes());
        assertEquals(
                List.of(
                        "The lab demo goes on running.",
                        "back to it  ./pgpool-lab --lab demo",
                        "end it      ./pgpool-lab --lab demo down"),
                goodbye());
        assertTrue(screenTest.feed.isClosed());
    }

    @Test
    void nothingIsSentAfterTheTerminalWasGivenBackButTheGoodbye() {
        screenTest.type("exit");
        screenTest.end();

        assertEquals(3, goodbye().size());
        assertFalse(String.join("", goodbye()).contains("\033"), goodbye().toString());
    }

    /** Returns everything sent after the alternate screen was left. */
    private List<String> goodbye() {
        var sent = tty.wire().sent();
        return sent.substring(sent.indexOf("\033[?1049l") + "\033[?1049l".length())
                .lines()
                .map(String::strip)
                .toList();
    }

    @Test
    void anInterruptStopsTheCommandAndNotTheProgram() {
        var begun = new CountDownLatch(1);
        screenTest.session.onFault = () -> {
            begun.countDown();
            waitUntilInterrupted();
        };
        screenTest.session.fault = LabException.failed("stopped after 1 of 3 steps", "", "");
        screenTest.type("stop pg-1");
        tty.awaitTrue("begun", () -> begun.getCount() == 0);

        tty.press(ScreenTestSession.INTERRUPT);

        tty.await("stopped after 1 of 3 steps");
        tty.press("status");
        tty.await("lab> status");
    }

    @Test
    void aStopGivesTheTerminalBackUntilTheShellLetsGoOn() {
        var whenStopped = new ArrayList<Boolean>();
        screenTest.stopper = () -> whenStopped.add(isRestored());
        var frames = clears();
        tty.press("typed before");
        tty.await("lab> typed before");

        tty.press(ScreenTestSession.SUSPEND);

        tty.awaitTrue("drawn again", () -> tty.wire().isAlternate() && clears() > frames);
        tty.await("lab> typed before");
        assertEquals(List.of(true), whenStopped);
        tty.press("!");
        tty.await("lab> typed before!");
    }

    @Test
    void aProgramThatIsHandedTheTerminalGetsItClean() {
        var clean = new ArrayList<Boolean>();
        screenTest.session.onSession = () -> {
            clean.add(isRestored());
            tty.wire().scribble("select 1;");
            clean.add(tty.picture().text().contains("select 1;"));
            screenTest.feed.show(Given.healthy().stopped("pg-2").state());
        };

        screenTest.type("psql");

        tty.awaitTrue("ended", () -> clean.size() == 2);
        assertEquals(List.of(true, true), clean);
        tty.await(
                "the screen again",
                picture -> tty.wire().isAlternate() && picture.text().contains("connection refused"));
        tty.press("x");
        tty.await("lab> x");
    }

    @Test
    void nothingIsDrawnWhileAProgramHasTheTerminal() {
        var grown = new ArrayList<Integer>();
        screenTest.session.onSession = () -> {
            var before = tty.wire().length();
            screenTest.forward(Duration.ofSeconds(5));
            screenTest.feed.show(Given.healthy().stopped("pg-2").state());
            assertFalse(tty.wire().await(() -> tty.wire().length() > before, Duration.ofMillis(700)));
            grown.add(tty.wire().length() - before);
        };

        screenTest.type("psql");

        tty.await("connection refused");
        assertEquals(List.of(0), grown);
    }

    private static void waitUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long clears() {
        return FULL_CLEAR.matcher(tty.wire().sent()).results().count();
    }

    private boolean isRestored() {
        return tty.isAsItWas() && modes().equals("1049l 25h 2004l 1000l 1006l 1l ");
    }

    /** Returns how each mode was set last. */
    private String modes() {
        var modes = new StringBuilder();
        for (var mode : List.of("1049", "25", "2004", "1000", "1006", "1")) {
            var last = Pattern.compile("\033\\[\\?(" + mode + "[hl])")
                    .matcher(tty.wire().sent())
                    .results()
                    .reduce((first, second) -> second);
            modes.append(last.map(found -> found.group(1)).orElse("-")).append(' ');
        }
        return modes.toString();
    }
}
