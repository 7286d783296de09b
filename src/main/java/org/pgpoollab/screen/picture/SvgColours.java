package org.pgpoollab.screen.picture;

import java.util.List;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;

/**
 * The colours of a terminal window, as {@code #rrggbb}.
 *
 * @param ordinary the colour of text that has no colour of its own
 * @param sixteen the colours 0 to 15
 */
public record SvgColours(String ordinary, String background, List<String> sixteen) {

    /** Light on dark. All sixteen colours except black are readable on the background. */
    public static final SvgColours DARK = new SvgColours(
            "#d4d7dd",
            "#14171c",
            List.of(
                    "#2b303b", "#f0656f", "#86c166", "#e0b04c", "#62a8f0", "#c98be0", "#4fc1c0", "#c7ccd6", //
                    "#7d8696", "#ff8b93", "#a5dc86", "#f3cd74", "#8cc4ff", "#dfadf2", "#7fdedd", "#ffffff"));

    /** Dark on light. All sixteen colours except white are readable on the background. */
    public static final SvgColours LIGHT = new SvgColours(
            "#24292f",
            "#ffffff",
            List.of(
                    "#24292f", "#c0262d", "#1d7a33", "#8a5a00", "#0a58ca", "#8230a8", "#0b7285", "#d5d9df", //
                    "#6a737d", "#d6333b", "#2b8a43", "#a36c00", "#2b73e0", "#9a46c4", "#18869a", "#f6f8fa"));

    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    public SvgColours {
        sixteen = List.copyOf(sixteen);
    }

    String ink(GlyphStyle style) {
        return style.has(Mark.REVERSE) ? paperOf(style) : inkOf(style);
    }

    String paper(GlyphStyle style) {
        return style.has(Mark.REVERSE) ? inkOf(style) : paperOf(style);
    }

    private String inkOf(GlyphStyle style) {
        return of(style.foreground(), ordinary);
    }

    private String paperOf(GlyphStyle style) {
        return of(style.background(), background);
    }

    private String of(Colour colour, String instead) {
        if (colour instanceof Colour.Indexed indexed) {
            return indexed.number() < 16 ? sixteen.get(indexed.number()) : beyondSixteen(indexed.number());
        }
        return colour instanceof Colour.Rgb rgb ? hex(rgb.red(), rgb.green(), rgb.blue()) : instead;
    }

    /** Returns a colour of xterm's palette: a cube of six steps a side, then 24 greys. */
    private static String beyondSixteen(int number) {
        if (number >= 232) {
            var grey = 8 + 10 * (number - 232);
            return hex(grey, grey, grey);
        }
        var place = number - 16;
        return hex(CUBE[place / 36], CUBE[place / 6 % 6], CUBE[place % 6]);
    }

    private static String hex(int red, int green, int blue) {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
