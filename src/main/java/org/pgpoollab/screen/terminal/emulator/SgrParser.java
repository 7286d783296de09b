package org.pgpoollab.screen.terminal.emulator;

import java.util.Optional;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;

/**
 * Parses SGR, {@code ESC [ … m}: marks, and 16, 256 or 16 million colours, written with semicolons (xterm) or colons (ITU T.416).
 */
final class SgrParser {

    private static final int FOREGROUND = 38;
    private static final int BACKGROUND = 48;
    private static final int UNDERLINE_COLOUR = 58;
    private static final int BRIGHT = 8;

    private final SequenceParameters parameters;
    private int at;
    private GlyphStyle style;

    private SgrParser(GlyphStyle before, SequenceParameters parameters) {
        this.style = before;
        this.parameters = parameters;
    }

    static GlyphStyle after(GlyphStyle before, SequenceParameters parameters) {
        var reading = new SgrParser(before, parameters);
        while (reading.at < parameters.size()) {
            reading.one();
        }
        return reading.style;
    }

    private void one() {
        var number = parameters.at(at);
        if (number == FOREGROUND || number == BACKGROUND || number == UNDERLINE_COLOUR) {
            colour(number);
            return;
        }
        style = number < 30 ? marked(number) : coloured(number);
        at++;
        skipParts();
    }

    private void skipParts() {
        while (parameters.isPart(at)) {
            at++;
        }
    }

    private GlyphStyle marked(int number) {
        return switch (number) {
            case 0 -> GlyphStyle.PLAIN;
            case 1 -> style.with(Mark.BOLD);
            case 2 -> style.with(Mark.DIM);
            case 3 -> style.with(Mark.ITALIC);
            case 4 -> isUnderlineOff() ? style.without(Mark.UNDERLINE) : style.with(Mark.UNDERLINE);
            case 5, 6 -> style.with(Mark.BLINK);
            case 7 -> style.with(Mark.REVERSE);
            case 9 -> style.with(Mark.CROSSED_OUT);
            case 21 -> style.with(Mark.UNDERLINE);
            case 22 -> style.without(Mark.BOLD).without(Mark.DIM);
            case 23 -> style.without(Mark.ITALIC);
            case 24 -> style.without(Mark.UNDERLINE);
            case 25 -> style.without(Mark.BLINK);
            case 27 -> style.without(Mark.REVERSE);
            case 29 -> style.without(Mark.CROSSED_OUT);
            default -> style;
        };
    }

    /** {@code 4:0} ends underlining. Other kinds, such as {@code 4:3} for a wavy line, are all shown as a plain line. */
    private boolean isUnderlineOff() {
        return parameters.isPart(at + 1) && parameters.at(at + 1) == 0;
    }

    private GlyphStyle coloured(int number) {
        if (number == 39) {
            return style.in(Colour.DEFAULT);
        }
        if (number == 49) {
            return style.on(Colour.DEFAULT);
        }
        if (number < 38) {
            return style.in(Colour.indexed(number - 30));
        }
        if (number >= 40 && number < 48) {
            return style.on(Colour.indexed(number - 40));
        }
        if (number >= 90 && number < 98) {
            return style.in(Colour.indexed(number - 90 + BRIGHT));
        }
        if (number >= 100 && number < 108) {
            return style.on(Colour.indexed(number - 100 + BRIGHT));
        }
        return style;
    }

    private void colour(int what) {
        at++;
        var found = parameters.isPart(at) ? colourOfParts() : colourOfNumbers();
        found.ifPresent(colour -> paint(what, colour));
    }

    private void paint(int what, Colour colour) {
        if (what == FOREGROUND) {
            style = style.in(colour);
        } else if (what == BACKGROUND) {
            style = style.on(colour);
        }
    }

    /** {@code 38:5:n}, {@code 38:2:r:g:b}, or with an empty colour space {@code 38:2::r:g:b}. */
    private Optional<Colour> colourOfParts() {
        var first = at;
        skipParts();
        var parts = at - first;
        return switch (parameters.at(first)) {
            case 5 -> parts < 2 ? Optional.empty() : indexed(first + 1);
            case 2 -> parts < 4 ? Optional.empty() : rgb(parts == 4 ? first + 1 : first + 2);
            default -> Optional.empty();
        };
    }

    /** {@code 38;5;n} or {@code 38;2;r;g;b}. */
    private Optional<Colour> colourOfNumbers() {
        var first = at;
        return switch (parameters.at(first)) {
            case 5 -> {
                at = first + 2;
                yield indexed(first + 1);
            }
            case 2 -> {
                at = first + 4;
                yield rgb(first + 1);
            }
            default -> Optional.empty();
        };
    }

    private Optional<Colour> indexed(int index) {
        return index < parameters.size() && isByte(index)
                ? Optional.of(Colour.indexed(parameters.at(index)))
                : Optional.empty();
    }

    private Optional<Colour> rgb(int index) {
        return index + 2 < parameters.size() && isByte(index) && isByte(index + 1) && isByte(index + 2)
                ? Optional.of(Colour.rgb(parameters.at(index), parameters.at(index + 1), parameters.at(index + 2)))
                : Optional.empty();
    }

    private boolean isByte(int index) {
        return parameters.at(index) <= 255;
    }
}
