package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.TextColor;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.screen.picture.Colour;

class ColourDepthTest {

    @ParameterizedTest
    @CsvSource({
        "xterm-256color, '', MANY",
        "tmux-256color, '', MANY",
        "linux, '', EIGHT",
        "screen, '', EIGHT",
        "xterm, '', EIGHT",
        "vt100, '', NONE",
        "xterm, truecolor, TRUE",
        "xterm, 24bit, TRUE",
        "xterm, yes, EIGHT"
    })
    void theDepthIsThatOfTheTerminalOrTheOneItsEnvironmentPromises(String type, String promise, ColourDepth depth)
            throws IOException {
        assertEquals(depth, of(type, Map.of("COLORTERM", promise)));
    }

    @Test
    void whoeverWantsNoColourGetsNone() throws IOException {
        assertEquals(ColourDepth.NONE, of("xterm-256color", Map.of("NO_COLOR", "1", "COLORTERM", "truecolor")));
    }

    @Test
    void anEmptyWishIsNone() throws IOException {
        assertEquals(ColourDepth.MANY, of("xterm-256color", Map.of("NO_COLOR", "")));
    }

    @Test
    void theColourOfTheTerminalIsAlwaysThere() {
        for (var depth : ColourDepth.values()) {
            assertEquals(TextColor.ANSI.DEFAULT, depth.nearest(Colour.DEFAULT));
        }
    }

    @Test
    void withoutColoursEachIsThatOfTheTerminal() {
        assertEquals(TextColor.ANSI.DEFAULT, ColourDepth.NONE.nearest(Colour.indexed(9)));
        assertEquals(TextColor.ANSI.DEFAULT, ColourDepth.NONE.nearest(new Colour.Rgb(1, 2, 3)));
    }

    @Test
    void theSixteenHaveTheirNames() {
        assertEquals(TextColor.ANSI.RED, ColourDepth.SIXTEEN.nearest(Colour.indexed(1)));
        assertEquals(TextColor.ANSI.WHITE, ColourDepth.SIXTEEN.nearest(Colour.indexed(7)));
        assertEquals(TextColor.ANSI.BLACK_BRIGHT, ColourDepth.SIXTEEN.nearest(Colour.indexed(8)));
        assertEquals(TextColor.ANSI.WHITE_BRIGHT, ColourDepth.SIXTEEN.nearest(Colour.indexed(15)));
    }

    @Test
    void aBrightColourIsAPlainOneWhereThereAreEight() {
        assertEquals(TextColor.ANSI.RED, ColourDepth.EIGHT.nearest(Colour.indexed(9)));
    }

    @Test
    void aMixedColourIsTheNearestThereIs() {
        assertEquals(new TextColor.RGB(255, 3, 2), ColourDepth.TRUE.nearest(new Colour.Rgb(255, 3, 2)));
        assertEquals(TextColor.ANSI.RED_BRIGHT, ColourDepth.SIXTEEN.nearest(new Colour.Rgb(255, 3, 2)));
        assertEquals(new TextColor.Indexed(196), ColourDepth.MANY.nearest(new Colour.Rgb(255, 3, 2)));
        assertEquals(TextColor.ANSI.RED, ColourDepth.EIGHT.nearest(new Colour.Rgb(255, 3, 2)));
    }

    @Test
    void anIndexedColourBeyondThoseOfTheTerminalIsTheNearest() {
        assertEquals(TextColor.ANSI.BLUE, ColourDepth.EIGHT.nearest(Colour.indexed(19)));
        assertEquals(new TextColor.Indexed(208), ColourDepth.TRUE.nearest(Colour.indexed(208)));
    }

    private static ColourDepth of(String type, Map<String, String> environment) throws IOException {
        try (var tty = new FakeTty(type, 80, 24)) {
            return ColourDepth.of(tty, environment);
        }
    }
}
