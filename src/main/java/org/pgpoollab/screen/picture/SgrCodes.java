package org.pgpoollab.screen.picture;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;

/** Builds escape sequences for styles: ECMA-48 SGR, with xterm's 256 and 24-bit colours. */
final class SgrCodes {

    static final String RESET = "\033[0m";

    private SgrCodes() {}

    /** Returns the escape sequence that changes one style to another; empty if they are equal. */
    static String change(GlyphStyle from, GlyphStyle to) {
        if (from.equals(to)) {
            return "";
        }
        if (to.equals(GlyphStyle.PLAIN)) {
            return RESET;
        }
        var mustReset = !to.marks().containsAll(from.marks());
        var codes = new ArrayList<String>();
        if (mustReset) {
            codes.add("0");
        }
        add(codes, mustReset ? GlyphStyle.PLAIN : from, to);
        return "\033[" + String.join(";", codes) + "m";
    }

    private static void add(List<String> codes, GlyphStyle from, GlyphStyle to) {
        for (var mark : to.marks()) {
            if (!from.has(mark)) {
                codes.add(String.valueOf(code(mark)));
            }
        }
        if (!from.foreground().equals(to.foreground())) {
            codes.add(code(to.foreground(), 30));
        }
        if (!from.background().equals(to.background())) {
            codes.add(code(to.background(), 40));
        }
    }

    private static int code(Mark mark) {
        return switch (mark) {
            case BOLD -> 1;
            case DIM -> 2;
            case ITALIC -> 3;
            case UNDERLINE -> 4;
            case BLINK -> 5;
            case REVERSE -> 7;
            case CROSSED_OUT -> 9;
        };
    }

    /**
     * Returns the codes of a colour.
     *
     * @param base 30 for the foreground, 40 for the background
     */
    private static String code(Colour colour, int base) {
        if (colour instanceof Colour.Rgb rgb) {
            return "%d;2;%d;%d;%d".formatted(base + 8, rgb.red(), rgb.green(), rgb.blue());
        }
        if (!(colour instanceof Colour.Indexed indexed)) {
            return String.valueOf(base + 9);
        }
        var number = indexed.number();
        if (number < 8) {
            return String.valueOf(base + number);
        }
        return number < 16 ? String.valueOf(base + 60 + number - 8) : base + 8 + ";5;" + number;
    }
}
