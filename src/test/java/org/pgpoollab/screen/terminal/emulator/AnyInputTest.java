package org.pgpoollab.screen.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.screen.picture.Picture;

/** Tests what holds for any output and any changes of the size. */
class AnyInputTest {

    private static final String FINALS = "ABCDEFGHIJKLMPSTXZ@`abcdefghlmnrsu";
    private static final List<String> PIECES = List.of(
            "plain",
            "日本",
            "😀",
            "e\u0301",
            "👍🏽",
            "\u200d",
            "\ud800",
            "\n",
            "\r",
            "\b",
            "\t",
            "\u000e",
            "\u000f",
            "\u001b(0",
            "\u001b[?1049h",
            "\u001b[?1049l",
            "\u001b[?6h",
            "\u001b[?7l",
            "\u001b[?7h",
            "\u001b[4h",
            "\u001b7",
            "\u001b8",
            "\u001bM",
            "\u001bc",
            "\u001b]0;",
            "\u001bP",
            "\u001b\\",
            "\u009b",
            "\u0018",
            "\uffff");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPictureIsWholeWhateverIsWritten(long seed) {
        var random = new Random(seed);
        var screen = new VirtualScreen(20, 6, 50);
        var columns = 20;
        var rows = 6;

        for (var round = 0; round < 4000; round++) {
            if (random.nextInt(20) == 0) {
                columns = 1 + random.nextInt(30);
                rows = 1 + random.nextInt(12);
                screen.resize(columns, rows);
            }
            screen.write(something(random));

            assertWhole(screen.picture(random.nextInt(60), "a"), columns, rows);
        }
    }

    private static String something(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> PIECES.get(random.nextInt(PIECES.size()));
            case 1 -> Character.toString(random.nextInt(0x110000));
            case 2 -> String.valueOf((char) random.nextInt(0x100)).repeat(1 + random.nextInt(3));
            default ->
                "\u001b[" + random.nextInt(30) + ";" + random.nextInt(30)
                        + FINALS.charAt(random.nextInt(FINALS.length()));
        };
    }

    private static void assertWhole(Picture picture, int columns, int rows) {
        assertEquals(columns, picture.columns());
        assertEquals(rows, picture.rows());
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var width = picture.glyph(column, row).width();
                var next = column + 1 < columns ? picture.glyph(column + 1, row).width() : 1;
                assertEquals(width == 2, next == 0, "half a glyph");
                assertTrue(picture.glyph(column, row).text().codePoints().noneMatch(Character::isISOControl));
            }
            assertTrue(picture.glyph(0, row).width() > 0);
        }
    }

    @Test
    void aStormOfResizesKeepsTheLastLineAndTheCursor() {
        var screen = VirtualScreenTest.numbered(80, 24, 5000, 300);
        screen.write("lab> ");

        for (var size : new int[][] {{1, 1}, {500, 200}, {2, 50}, {300, 1}, {20, 5}, {200, 60}, {1, 200}, {80, 24}}) {
            screen.resize(size[0], size[1]);
            assertWhole(screen.picture(3), size[0], size[1]);
        }

        var cursor = screen.picture(0).cursor().orElseThrow();
        assertEquals("lab>", screen.picture(0).line(cursor.row()));
        assertEquals("line 300", screen.picture(0).line(cursor.row() - 1));
    }

    @Test
    void growingBringsBackWhatShrinkingPushedOut() {
        var screen = VirtualScreenTest.numbered(40, 10, 100, 9);
        var before = screen.picture(0).lines();

        screen.resize(4, 3);
        screen.resize(40, 10);

        assertEquals(before, screen.picture(0).lines());
        assertEquals(0, screen.scrollbackSize());
    }

    @Test
    void shrinkingDropsTheBlankLinesBelowTheCursorFirst() {
        var screen = VirtualScreenTest.numbered(40, 10, 100, 3);

        screen.resize(40, 5);

        assertEquals(
                List.of("line 1", "line 2", "line 3", "", ""), screen.picture(0).lines());
    }

    @Test
    void aSizeOfNothingIsOneByOne() {
        var screen = new VirtualScreen(0, -1, 10);

        screen.write("日a");
        screen.resize(-5, 0);

        assertWhole(screen.picture(0), 1, 1);
    }

    @Test
    void endlessStringsAndCountsCostNothing() {
        var screen = new VirtualScreen(200, 50, 5000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            screen.write("\u001b]0;" + "x".repeat(10_000_000) + "\u0007");
            screen.write("\u001bP" + "x".repeat(1_000_000) + "\u001b\\");
            screen.write("\u001b[" + "9".repeat(1_000_000) + "C");
            screen.write("\u001b[65535b\u001b[65535S\u001b[65535L\u001b[65535I".repeat(20));
            screen.write("e" + "\u0301".repeat(1_000_000));
        });

        assertTrue(screen.picture(0).text().length() < 200 * 50 * 2);
    }

    /** The limit is generous: it takes about a twentieth of a second on an idle machine. */
    @Test
    void aMegabyteIsWrittenInNoTime() {
        var screen = new VirtualScreen(200, 50, 5000);
        var megabyte = ("0123456789".repeat(12) + "\r\n").repeat(8600);

        var began = System.nanoTime();
        screen.write(megabyte);
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertTrue(took.toMillis() < 2000, "took " + took);
    }
}
