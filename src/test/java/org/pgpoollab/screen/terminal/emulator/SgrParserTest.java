package org.pgpoollab.screen.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;

class SgrParserTest {

    private static final GlyphStyle RGB = GlyphStyle.of(Colour.rgb(1, 2, 3));

    @Test
    void marksAreSwitchedOnAndOff() {
        assertEquals(GlyphStyle.PLAIN.with(Mark.BOLD).with(Mark.UNDERLINE), after("1;4"));
        assertEquals(GlyphStyle.PLAIN, after("1;2;3;4;5;7;9;22;23;24;25;27;29"));
        assertEquals(GlyphStyle.PLAIN.with(Mark.DIM), after("1;0;2"));
        assertEquals(GlyphStyle.PLAIN, after("1;"));
        assertEquals(GlyphStyle.PLAIN, after("1m\u001b["));
        assertEquals(GlyphStyle.PLAIN.with(Mark.UNDERLINE), after("4:3"));
        assertEquals(GlyphStyle.PLAIN, after("4;4:0"));
    }

    @Test
    void sixteenColoursAreThePalettes() {
        assertEquals(GlyphStyle.of(Colour.indexed(1)), after("31"));
        assertEquals(GlyphStyle.of(Colour.indexed(9)), after("91"));
        assertEquals(GlyphStyle.PLAIN.on(Colour.indexed(7)), after("47"));
        assertEquals(GlyphStyle.PLAIN.on(Colour.indexed(15)), after("107"));
        assertEquals(GlyphStyle.PLAIN, after("31;42;39;49"));
    }

    @Test
    void moreColoursComeWithSemicolonsOrColons() {
        assertEquals(GlyphStyle.of(Colour.indexed(200)), after("38;5;200"));
        assertEquals(GlyphStyle.of(Colour.indexed(200)), after("38:5:200"));
        assertEquals(RGB, after("38;2;1;2;3"));
        assertEquals(RGB, after("38:2:1:2:3"));
        assertEquals(RGB, after("38:2::1:2:3"));
        assertEquals(GlyphStyle.PLAIN.on(Colour.rgb(1, 2, 3)).with(Mark.BOLD), after("48;2;1;2;3;1"));
        assertEquals(RGB.with(Mark.BOLD), after("38:2::1:2:3;1"));
    }

    @Test
    void whatIsNotAColourChangesNothing() {
        assertEquals(GlyphStyle.PLAIN, after("38;5;256"));
        assertEquals(GlyphStyle.PLAIN, after("38;5"));
        assertEquals(GlyphStyle.PLAIN, after("38;2;1;2"));
        assertEquals(GlyphStyle.PLAIN, after("38"));
        assertEquals(GlyphStyle.PLAIN.with(Mark.BOLD), after("38:2:9;1"));
        assertEquals(GlyphStyle.PLAIN.with(Mark.BOLD), after("38:5;1"));
        assertEquals(GlyphStyle.PLAIN.with(Mark.BOLD), after("58;5;3;1"));
        assertEquals(GlyphStyle.PLAIN, after("99;12345678901234567890;8"));
    }

    @Test
    void erasedCellsKeepTheBackgroundOnly() {
        var screen = new VirtualScreen(10, 1, 0);

        screen.write("\u001b[1;31;44mab\u001b[K");

        assertEquals(
                GlyphStyle.PLAIN.on(Colour.indexed(4)),
                screen.picture(0).glyph(5, 0).style());
    }

    private static GlyphStyle after(String numbers) {
        var screen = new VirtualScreen(10, 1, 0);
        screen.write("\u001b[" + numbers + "mx");
        return screen.picture(0).glyph(0, 0).style();
    }
}
