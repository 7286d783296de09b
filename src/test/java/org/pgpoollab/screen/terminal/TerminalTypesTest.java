package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.Given;

/** Tests what terminals of many types are sent. */
@Timeout(60)
class TerminalTypesTest {

    private static final Pattern MANY_COLOURS = Pattern.compile("\033\\[[34]8;");
    private static final Pattern BRIGHT_COLOUR = Pattern.compile("\033\\[(9|10)[0-7]m");
    private static final Pattern COLOUR = Pattern.compile("\033\\[(\\d+;)*([349][0-8]|10[0-7])(;\\d+)*m");

    @ParameterizedTest
    @ValueSource(strings = {"vt100", "linux", "screen", "xterm", "tmux-256color", "xterm-256color", "rxvt-unicode"})
    void theScreenIsShownAndLeft(String type) {
        try (var screenTest = new ScreenTestSession(type, 80, 24)) {
            screenTest.feed.running(Given.healthy().state());
            screenTest.open();
            screenTest.tty.await("healthy");
            screenTest.type("connect");
            screenTest.tty.await("second line");

            screenTest.type("exit");

            assertEquals(Exit.DONE, screenTest.end());
            assertTrue(screenTest.tty.isAsItWas());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dumb", "unknown"})
    void whereTheCursorCannotBePlacedThereIsNoScreen(String type) {
        try (var screenTest = new ScreenTestSession("dumb", 80, 24)) {
            screenTest.with("TERM", type);

            assertFalse(screenTest.screenFits());
        }
    }

    @Test
    void aTerminalThatOnlySaysItIsOneIsRefusedInWords() {
        try (var screenTest = new ScreenTestSession("dumb", 80, 24)) {
            screenTest.with("TERM", "my-terminal").start();

            assertEquals(Exit.FAILED, screenTest.end());
            assertTrue(
                    screenTest.tty.wire().sent().contains("This terminal has no full screen"),
                    screenTest.tty.wire().sent());
            assertFalse(screenTest.tty.wire().sent().contains("\033[?1049h"));
        }
    }

    @Test
    void noColourMeansNone() {
        assertFalse(COLOUR.matcher(sentTo("xterm-256color", "NO_COLOR", "1")).find());
    }

    @ParameterizedTest
    @CsvSource({"linux", "screen", "xterm"})
    void aFewColoursAreThoseOfTheTerminal(String type) {
        var sent = sentTo(type, "COLORTERM", "");

        assertFalse(MANY_COLOURS.matcher(sent).find());
        assertFalse(BRIGHT_COLOUR.matcher(sent).find());
    }

    @Test
    void manyColoursAreIndexed() {
        var sent = sentTo("xterm-256color", "COLORTERM", "");

        assertTrue(sent.contains("\033[38;5;"));
        assertFalse(sent.contains("\033[38;2;"));
    }

    @Test
    void aTerminalWithoutColoursGetsNone() {
        assertFalse(COLOUR.matcher(sentTo("vt100", "COLORTERM", "")).find());
    }

    @Test
    void aNarrowCharsetGetsOnlyAscii() {
        try (var screenTest = new ScreenTestSession("xterm-256color", 100, 30)) {
            screenTest.feed.running(
                    Given.healthy().silent("pg-1", "日本 é ●", Given.ago(2)).state());
            screenTest.in(StandardCharsets.US_ASCII).open();
            screenTest.tty.await("problem");
            screenTest.type("connect");
            screenTest.tty.await("second line");

            for (var one : screenTest.tty.wire().bytes()) {
                assertTrue(one > 0, () -> screenTest.tty.picture().text());
            }
        }
    }

    /** Returns what is sent for a lab with problems, its details and a command. */
    private static String sentTo(String type, String variable, String value) {
        try (var screenTest = new ScreenTestSession(type, 100, 30)) {
            screenTest.feed.running(Given.healthy().stopped("pg-2").state());
            screenTest.with(variable, value).open();
            screenTest.tty.await("problem");
            screenTest.type("status");
            screenTest.tty.await(
                    "pg-2",
                    picture -> picture.lines().stream().filter("lab>"::equals).count() == 1);
            screenTest.tty.press(ScreenTestSession.F4);
            screenTest.tty.await("Look for yourself");
            return screenTest.tty.wire().sent();
        }
    }
}
