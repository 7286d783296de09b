package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.timeline.Event;

/** Tests that the terminal receives only the screen's own escape sequences, whatever a server, a log or a program prints. */
@Timeout(60)
class HarmlessTest extends OpenScreen {

    /** Everything that may follow an escape character: cursor positions, styles and the modes that the screen uses. */
    private static final Pattern OURS =
            Pattern.compile("\033(\\[\\d+;\\d+H|\\[[\\d;]*m|\\[2J|\\[\\?(1049|25|2004|1000|1006|1)[hl]|=|>)");

    private static final String NASTY =
            "a\033]0;title\007b\033[?1049lc\033cd\033[31;5;7me\u009b2Jf\u0000\b\177g\033P0;0|q\033\\h"
                    + "\u202e日本😀👩‍👩‍👧é\ud800\ufffe\r\n\tEND";

    HarmlessTest() {
        super(new ScreenTestSession("xterm-256color", 140, 40));
    }

    @Override
    @AfterEach
    void close() {
        super.close();
        assertHarmless();
    }

    @Test
    void reasonsOfSilentNodes() {
        screenTest.feed.show(Given.healthy()
                .silent("pg-1", NASTY, Given.ago(3))
                .queriesUnanswered("pgpool-1", NASTY, Given.ago(3))
                .vipUnseen("pgpool-1", NASTY, Given.ago(3))
                .repmgrUnseen("pg-2", NASTY, Given.ago(3))
                .state());

        tty.await("problem");
        tty.press(ScreenTestSession.ALT_DOWN, ScreenTestSession.ALT_DOWN, ScreenTestSession.F4);
        tty.await("pg-1 is silent", picture -> picture.text().contains("Look for yourself"));
    }

    @Test
    void wordsOfServersInTheGrid() {
        screenTest.feed.show(Given.healthy()
                .receiver("pg-1", NASTY)
                .watchdog("pgpool-1", NASTY)
                .status("pg-2", NASTY)
                .role("pgpool-0", "pg-1", NASTY)
                .quorum(NASTY)
                .repmgrType("pg-1", NASTY, NASTY)
                .state());

        tty.await("problem");
        tty.press(ScreenTestSession.F4);
        tty.await("Look for yourself");
    }

    @Test
    void textsOfEvents() {
        screenTest.feed.tell(
                new Event(Given.NOW, Event.Kind.NODE, Event.Effect.TROUBLE, List.of("pg-1"), NASTY, Event.Source.LOG));

        tty.await("END");
        tty.press(ScreenTestSession.F3);
        tty.await("the grid gone", picture -> !picture.text().contains("says of itself"));
    }

    @Test
    void linesOfLogs() {
        screenTest.feed.particulars.complete(new LabFeed.Particulars(List.of(NASTY), List.of(NASTY)));

        tty.press(ScreenTestSession.F4);
        tty.await("Look for yourself");
        tty.press("G");

        tty.await("END");
    }

    @Test
    void outputOfCommands() {
        screenTest.session.connections = List.of(NASTY);

        screenTest.type("connect");

        tty.await("END");
        tty.press("x");
        tty.await("x");
        assertTrue(tty.wire().isAlternate());
    }

    @Test
    void whatIsTyped() {
        tty.press("\033]0;title\007", "日本😀é\u202e");
        tty.press("\026\033", "x");

        tty.await("日本😀é");
    }

    @Test
    void whatIsNoTextAtAll() throws Exception {
        tty.processInputBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3, 'a', (byte) 0xe6, (byte) 0x97, 'b'});

        tty.await(
                "the letters",
                picture -> picture.text().contains("a")
                        && picture.text().lines().anyMatch(line -> line.startsWith("lab>") && line.endsWith("b")));
        tty.press(ScreenTestSession.INTERRUPT);
        tty.await("a new line", picture -> picture.lines().contains("lab>"));
        tty.press(ScreenTestSession.END_OF_FILE);
        assertEquals(Exit.DONE, screenTest.end());
    }

    private void assertHarmless() {
        var sent = tty.wire().sent();
        var rest = OURS.matcher(sent).replaceAll("");
        var afterGoodbye = rest.replaceFirst(
                "The lab demo goes on[^\\p{Cntrl}]*\r?\n(  (back to|end) it [^\\p{Cntrl}]*\r?\n){2}$", "");
        assertFalse(
                Pattern.compile("[\\p{Cntrl}\\x80-\\x9f]").matcher(afterGoodbye).find(), () -> visible(afterGoodbye));
        assertFalse(afterGoodbye.contains("\u202e"), "the direction of writing was turned");
        assertTrue(count(sent, "\033[?1049l") <= 1, "the screen was left in between");
        assertTrue(count(sent, "\033[2J") <= 2, "the screen was cleared in between");
        assertEquals(isUtf8(tty.wire().bytes()), true);
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .length()
                    > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String visible(String text) {
        return text.replaceAll("\\s{3,}", "  ")
                .chars()
                .mapToObj(one ->
                        one < 32 || (one > 126 && one < 160) ? "<" + Integer.toHexString(one) + ">" : "" + (char) one)
                .reduce("", String::concat);
    }
}
