package org.pgpoollab.screen.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests that a terminal that shows one picture and receives the change shows the other one. It uses random pictures with a fixed
 * seed.
 */
class AnsiChangeTest {

    private static final Pattern MOVE_OR_STYLE = Pattern.compile("\033\\[([0-9;?]*)([a-zA-Z])");
    private static final List<String> GLYPHS = List.of("a", "b", " ", " ", "日", "😀", "─");
    private static final List<GlyphStyle> STYLES =
            List.of(GlyphStyle.PLAIN, GlyphStyle.of(Colour.indexed(2)), GlyphStyle.PLAIN.with(GlyphStyle.Mark.BOLD));

    @Test
    void aChangeMakesTheOnePictureTheOther() {
        var dice = new Random(7);

        for (var round = 0; round < 3000; round++) {
            var before = chance(new Canvas(12, 3), 20, dice);
            var after = chance(copy(before), 1 + dice.nextInt(8), dice);

            var seen = play(before, AnsiWriter.change(before, after));

            assertSame(after, seen, "change " + round);
            assertSame(after, play(before, AnsiWriter.whole(after)), "whole " + round);
        }
    }

    private static void assertSame(Picture expected, Picture seen, String when) {
        for (var row = 0; row < expected.rows(); row++) {
            for (var column = 0; column < expected.columns(); column++) {
                assertEquals(expected.glyph(column, row), seen.glyph(column, row), when);
            }
        }
    }

    private static Picture chance(Canvas canvas, int glyphs, Random dice) {
        for (var count = 0; count < glyphs; count++) {
            var text = GLYPHS.get(dice.nextInt(GLYPHS.size()));
            var style = STYLES.get(dice.nextInt(STYLES.size()));
            canvas.write(dice.nextInt(canvas.columns()), dice.nextInt(canvas.rows()), text, style);
        }
        return canvas.picture();
    }

    private static Canvas copy(Picture picture) {
        var canvas = new Canvas(picture.columns(), picture.rows());
        canvas.paste(0, 0, picture);
        return canvas;
    }

    /** Emulates a terminal that understands only what is sent here. */
    private static Picture play(Picture before, String sent) {
        var canvas = copy(before);
        var style = GlyphStyle.PLAIN;
        var column = 0;
        var row = 0;
        var sequences = MOVE_OR_STYLE.matcher(sent);
        var at = 0;
        while (sequences.find()) {
            column = canvas.write(column, row, sent.substring(at, sequences.start()), style);
            at = sequences.end();
            switch (sequences.group(2)) {
                case "H" -> {
                    var place = sequences.group(1).split(";");
                    row = Integer.parseInt(place[0]) - 1;
                    column = Integer.parseInt(place[1]) - 1;
                }
                case "J" -> canvas.fill(GlyphStyle.PLAIN);
                case "m" -> style = dressed(style, sequences.group(1));
                default -> {}
            }
        }
        canvas.write(column, row, sent.substring(at), style);
        return canvas.picture();
    }

    private static GlyphStyle dressed(GlyphStyle style, String codes) {
        var now = style;
        for (var code : codes.split(";")) {
            now = switch (code) {
                case "0" -> GlyphStyle.PLAIN;
                case "1" -> now.with(GlyphStyle.Mark.BOLD);
                case "32" -> now.in(Colour.indexed(2));
                case "39" -> now.in(Colour.DEFAULT);
                default -> throw new IllegalArgumentException(codes);
            };
        }
        return now;
    }
}
