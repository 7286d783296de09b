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
    private GlyphStyle dress;

    private SgrParser(GlyphStyle before, SequenceParameters parameters) {
        this.dress = before;
        this.parameters = parameters;
    }

    static GlyphStyle after(GlyphStyle before, SequenceParameters parameters) {
        var reading = new SgrParser(before, parameters);
        while (reading.at < parameters.size()) {
            reading.one();
        }
        return reading.dress;
    }

    private void one() {
        var number = parameters.at(at);
        if (number == FOREGROUND || number == BACKGROUND || number == UNDERLINE_COLOUR) {
            colour(number);
            return;
        }
        dress = number < 30 ? marked(number) : coloured(number);
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
            case 1 -> dress.with(Mark.BOLD);
            case 2 -> dress.with(Mark.DIM);
            case 3 -> dress.with(Mark.ITALIC);
            case 4 -> isUnderlineOff() ? dress.without(Mark.UNDERLINE) : dress.with(Mark.UNDERLINE);
            case 5, 6 -> dress.with(Mark.BLINK);
            case 7 -> dress.with(Mark.REVERSE);
            case 9 -> dress.with(Mark.CROSSED_OUT);
            case 21 -> dress.with(Mark.UNDERLINE);
            case 22 -> dress.without(Mark.BOLD).without(Mark.DIM);
            case 23 -> dress.without(Mark.ITALIC);
            case 24 -> dress.without(Mark.UNDERLINE);
            case 25 -> dress.without(Mark.BLINK);
            case 27 -> dress.without(Mark.REVERSE);
            case 29 -> dress.without(Mark.CROSSED_OUT);
            default -> dress;
        };
    }

    /** {@code 4:0} ends underlining. Other kinds, such as {@code 4:3} for a wavy line, are all shown as a plain line. */
    private boolean isUnderlineOff() {
        return parameters.isPart(at + 1) && parameters.at(at + 1) == 0;
    }

    private GlyphStyle coloured(int number) {
        if (number == 39) {
            return dress.in(Colour.DEFAULT);
        }
        if (number == 49) {
            return dress.on(Colour.DEFAULT);
        }
        if (number < 38) {
            return dress.in(Colour.indexed(number - 30));
        }
        if (number >= 40 && number < 48) {
            return dress.on(Colour.indexed(number - 40));
        }
        if (number >= 90 && number < 98) {
            return dress.in(Colour.indexed(number - 90 + BRIGHT));
        }
        if (number >= 100 && number < 108) {
            return dress.on(Colour.indexed(number - 100 + BRIGHT));
        }
        return dress;
    }

    private void colour(int what) {
        at++;
        var found = parameters.isPart(at) ? colourOfParts() : colourOfNumbers();
        found.ifPresent(colour -> paint(what, colour));
    }

    private void paint(int what, Colour colour) {
        if (what == FOREGROUND) {
            dress = dress.in(colour);
        } else if (what == BACKGROUND) {
            dress = dress.on(colour);
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
