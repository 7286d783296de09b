package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;

/** Tests what the painter sends, as a terminal shows it. */
class LanternaPainterTest {

    private static final int COLUMNS = 20;
    private static final int ROWS = 3;

    private final FakeTty tty = new FakeTty("xterm-256color", COLUMNS, ROWS);
    private final TerminalScreen screen = new TerminalScreen(new LanternaTerminal(tty, new FrameStream(tty.output())));
    private LanternaPainter painter = new LanternaPainter(screen, ColourDepth.MANY, TerminalLook.COLOUR);

    LanternaPainterTest() throws IOException {
        screen.startScreen();
    }

    @Test
    void thePictureIsShownWithItsCursor() throws IOException {
        painter.paint(picture("one", GlyphStyle.PLAIN, Optional.of(new Picture.Place(2, 1))));

        assertEquals("one\n\n\n", tty.picture().text());
        assertEquals(Optional.of(new Picture.Place(2, 1)), tty.picture().cursor());
    }

    @Test
    void aPictureWithoutACursorHidesIt() throws IOException {
        painter.paint(picture("one", GlyphStyle.PLAIN, Optional.empty()));

        assertEquals(Optional.empty(), tty.picture().cursor());
    }

    @Test
    void wideGlyphsEmojiAndAccentsStandWhereTheyBelong() throws IOException {
        painter.paint(picture("日本e\u0301😀é●|", GlyphStyle.PLAIN, Optional.empty()));

        var shown = tty.picture();
        assertEquals("日", shown.glyph(0, 0).text());
        assertEquals("本", shown.glyph(2, 0).text());
        assertEquals("|", shown.glyph(9, 0).text());
    }

    @Test
    void aWideGlyphThatGivesWayLeavesNothingBehind() throws IOException {
        for (var text : new String[] {"a日b日c", "日a日b日", "abcdefg", "日日日日", "a", "日"}) {
            painter.paint(picture(text, GlyphStyle.PLAIN, Optional.empty()));

            assertEquals(text, tty.picture().line(0));
        }
    }

    @Test
    void onlyWhatDiffersIsSent() throws IOException {
        painter.paint(picture("one two", GlyphStyle.PLAIN, Optional.empty()));
        var sent = tty.wire().length();

        painter.paint(picture("one twX", GlyphStyle.PLAIN, Optional.empty()));
        painter.paint(picture("one twX", GlyphStyle.PLAIN, Optional.empty()));

        assertEquals("one twX", tty.picture().line(0));
        assertTrue(tty.wire().length() - sent < 40, tty.wire().sent().substring(sent));
    }

    @Test
    void aPictureIsSentWholeAfterTheTerminalWasForgotten() throws IOException {
        painter.paint(picture("one", GlyphStyle.PLAIN, Optional.empty()));
        tty.wire().scribble("\033[H\033[2Jelse");

        painter.forget();
        painter.paint(picture("one", GlyphStyle.PLAIN, Optional.empty()));

        assertEquals("one\n\n\n", tty.picture().text());
    }

    @Test
    void marksAndColoursAreKept() throws IOException {
        var style = GlyphStyle.of(Colour.indexed(208))
                .with(GlyphStyle.Mark.BOLD)
                .with(GlyphStyle.Mark.UNDERLINE)
                .with(GlyphStyle.Mark.REVERSE);

        painter.paint(picture("x", style, Optional.empty()));

        assertEquals(style, tty.picture().glyph(0, 0).style());
    }

    @Test
    void faintTextIsGrey() throws IOException {
        painter.paint(picture("x", GlyphStyle.PLAIN.with(GlyphStyle.Mark.DIM), Optional.empty()));

        assertEquals(Colour.indexed(8), tty.picture().glyph(0, 0).style().foreground());
    }

    @Test
    void aBrightColourIsABoldOneWhereThereAreEight() throws IOException {
        painter = new LanternaPainter(screen, ColourDepth.EIGHT, TerminalLook.COLOUR);

        painter.paint(picture("x", GlyphStyle.of(Colour.indexed(9)), Optional.empty()));

        var style = tty.picture().glyph(0, 0).style();
        assertEquals(Colour.indexed(1), style.foreground());
        assertTrue(style.has(GlyphStyle.Mark.BOLD));
    }

    @Test
    void aTerminalWithoutColoursIsNotSentAny() throws IOException {
        painter = new LanternaPainter(screen, ColourDepth.NONE, TerminalLook.COLOUR);
        var dim = GlyphStyle.of(Colour.indexed(9)).on(Colour.indexed(4)).with(GlyphStyle.Mark.BOLD);

        painter.paint(picture("x", dim, Optional.empty()));

        assertEquals(
                GlyphStyle.PLAIN.with(GlyphStyle.Mark.BOLD),
                tty.picture().glyph(0, 0).style());
    }

    @Test
    void whatIsNotAsciiHasAStandInWhereItCannotBeShown() throws IOException {
        painter = new LanternaPainter(screen, ColourDepth.MANY, TerminalLook.ASCII);

        painter.paint(picture("é日x", GlyphStyle.PLAIN, Optional.empty()));

        assertTrue(
                tty.wire().sent().chars().allMatch(one -> one < 127),
                tty.picture().text());
        assertEquals("x", tty.picture().glyph(3, 0).text());
    }

    @Test
    void aResizedTerminalGetsAWholePicture() throws IOException {
        painter.paint(picture("one", GlyphStyle.PLAIN, Optional.empty()));
        tty.resize(30, 5);

        painter.paint(new Canvas(30, 5).picture());

        assertFalse(tty.picture().text().contains("one"));
    }

    @Test
    void aPictureThatIsLargerThanTheTerminalIsCut() throws IOException {
        var canvas = new Canvas(50, 9);
        canvas.write(0, 0, "0123456789012345678901234567890", GlyphStyle.PLAIN);

        painter.paint(canvas.picture());

        assertEquals("01234567890123456789", tty.picture().line(0));
    }

    private static Picture picture(String text, GlyphStyle style, Optional<Picture.Place> cursor) {
        var canvas = new Canvas(COLUMNS, ROWS);
        canvas.write(0, 0, text, style);
        return canvas.picture(cursor);
    }
}
