package org.pgpoollab.screen.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.terminal.emulator.VirtualScreen.Direction;

class VirtualScreenTest {

    @Test
    void questionsAreAnsweredOnce() {
        var screen = new VirtualScreen(10, 4, 0);

        screen.write("\n  \u001b[5n\u001b[6n\u001b[?6n\u001b[c\u001b[>c");

        assertEquals("\u001b[0n\u001b[2;3R\u001b[?2;3R\u001b[?1;2c\u001b[>0;0;0c", screen.takeReply());
        assertEquals("", screen.takeReply());
    }

    @Test
    void aFloodOfQuestionsIsNotAnsweredForEver() {
        var screen = new VirtualScreen(10, 4, 0);

        screen.write("\u001b[6n".repeat(100_000));

        assertTrue(screen.takeReply().length() <= 4096);
    }

    @Test
    void aHiddenCursorIsNotInThePicture() {
        var screen = new VirtualScreen(10, 4, 0);

        screen.write("ab\u001b[?25l");

        assertEquals(Optional.empty(), screen.picture(0).cursor());
        screen.write("\u001b[?25h");
        assertEquals(Optional.of(new Picture.Place(2, 0)), screen.picture(0).cursor());
    }

    @Test
    void modesAreToldToWhoeverSendsTheKeys() {
        var screen = new VirtualScreen(10, 4, 0);

        screen.write("\u001b[?2004h\u001b[?1049h\u0007");

        assertTrue(screen.bracketedPaste());
        assertTrue(screen.isAlternate());
        assertEquals(1, screen.bells());
        screen.write("\u001b[?2004l\u001b[?1049l");
        assertFalse(screen.bracketedPaste());
        assertFalse(screen.isAlternate());
    }

    @Test
    void whatLeavesAtTheTopCanBeScrolledBackTo() {
        var screen = numbered(10, 3, 100, 8);

        var picture = screen.picture(4);

        assertEquals(6, screen.scrollbackSize());
        assertEquals(List.of("line 3", "line 4", "line 5"), picture.lines());
        assertEquals(Optional.empty(), picture.cursor());
        assertEquals(List.of("line 1", "line 2", "line 3"), screen.picture(999).lines());
        assertEquals(List.of("line 7", "line 8", ""), screen.picture(-5).lines());
    }

    @Test
    void theOldestLinesAreForgotten() {
        var screen = numbered(12, 3, 5, 100_000);

        var oldest = screen.picture(5).line(0);

        assertEquals(5, screen.scrollbackSize());
        assertEquals("line 99994", oldest);
    }

    @Test
    void theAlternateScreenAndARegionBelowTheTopKeepNothing() {
        var screen = new VirtualScreen(10, 3, 100);

        screen.write("\u001b[2;3r\u001b[3H\n\n\n\n\u001b[r\u001b[?1049h\n\n\n\n\n\n\n\u001b[?1049l");

        assertEquals(0, screen.scrollbackSize());
    }

    @Test
    void theScrollbackCanBeErased() {
        var screen = numbered(10, 3, 100, 8);

        screen.write("\u001b[3J");

        assertEquals(0, screen.scrollbackSize());
        assertEquals("line 7", screen.picture(0).line(0));
    }

    @Test
    void searchingGoesFromOneMatchToTheNext() {
        var screen = numbered(10, 3, 100, 30);

        var first = screen.search("LINE 1", 0, Direction.OLDER);
        var second = screen.search("line 1", first.orElseThrow(), Direction.OLDER);
        var back = screen.search("line 1", second.orElseThrow(), Direction.NEWER);

        assertEquals("line 19", screen.picture(first.orElseThrow()).line(0));
        assertEquals("line 18", screen.picture(second.orElseThrow()).line(0));
        assertEquals(first, back);
    }

    @Test
    void searchingSaysWhetherThereIsAnything() {
        var screen = numbered(10, 3, 100, 30);

        assertEquals(OptionalInt.of(0), screen.search("line 30", 0, Direction.OLDER));
        assertEquals(OptionalInt.of(0), screen.search("line 30", 20, Direction.NEWER));
        assertEquals(OptionalInt.empty(), screen.search("line 31", 0, Direction.OLDER));
        assertEquals(OptionalInt.empty(), screen.search("", 0, Direction.OLDER));
        assertEquals(OptionalInt.of(28), screen.search("line 1", 28, Direction.OLDER));
    }

    @Test
    void whatWasSoughtIsShownInReverse() {
        var screen = new VirtualScreen(20, 1, 0);
        screen.write("日 ERROR: e\u0301, \u001b[7merror");

        assertEquals("...xxxxx.....xxxxx..", toggled(screen, "error"));
        assertEquals("xx..................", toggled(screen, "日"));
        assertEquals("...x......x..x......", toggled(screen, "e"));
        assertEquals("....................", toggled(screen, ""));
    }

    /** Returns the columns that highlighting reverses, as a string of x and dots. */
    private static String toggled(VirtualScreen screen, String sought) {
        var plain = screen.picture(0);
        var highlighted = screen.picture(0, sought);
        return IntStream.range(0, plain.columns())
                .mapToObj(column -> isReversed(plain, column) == isReversed(highlighted, column) ? "." : "x")
                .collect(Collectors.joining());
    }

    private static boolean isReversed(Picture picture, int column) {
        return picture.glyph(column, 0).style().has(Mark.REVERSE);
    }

    @Test
    void changesAreToldWithoutTheLockBeingHeld() {
        var screen = new VirtualScreen(10, 3, 0);
        var told = new AtomicInteger();
        screen.onChange(() -> {
            told.incrementAndGet();
            screen.picture(0);
        });

        screen.write("a");
        screen.resize(5, 5);

        assertEquals(2, told.get());
    }

    @Test
    void aLineThatIsLongerThanANarrowedScreenIsMarked() {
        var screen = new VirtualScreen(12, 3, 10);
        screen.write("see CVE-2025\r\nshort\r\nlong again\r\n");

        screen.resize(8, 3);

        assertEquals(List.of("see CVE>", "short", "long ag>"), lines(screen, 1));
        screen.resize(12, 3);
        assertEquals(List.of("see CVE-2025", "short", "long again"), lines(screen, 1));
    }

    private static List<String> lines(VirtualScreen screen, int back) {
        var picture = screen.picture(back);
        return IntStream.range(0, 3).mapToObj(picture::line).toList();
    }

    @Test
    void anUnchangedPictureIsNotPaintedAgain() {
        var screen = new VirtualScreen(10, 3, 0);
        screen.write("a");

        var first = screen.picture(0);

        assertSame(first, screen.picture(0));
        screen.write("b");
        assertEquals("a", first.line(0));
        assertEquals("ab", screen.picture(0).line(0));
    }

    @Test
    void aSurrogatePairMayComeInTwoParts() {
        var screen = new VirtualScreen(10, 1, 0);

        screen.write("a\ud83d");
        screen.write("\ude00b");

        assertEquals("a😀b", screen.picture(0).line(0));
    }

    static VirtualScreen numbered(int columns, int rows, int scrollback, int lines) {
        var screen = new VirtualScreen(columns, rows, scrollback);
        for (var i = 1; i <= lines; i++) {
            screen.write("line " + i + "\r\n");
        }
        return screen;
    }
}
