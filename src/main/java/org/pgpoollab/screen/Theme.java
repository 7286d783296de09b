package org.pgpoollab.screen;

import static java.util.Map.entry;
import static org.pgpoollab.screen.picture.Dress.Mark.BOLD;
import static org.pgpoollab.screen.picture.Dress.Mark.DIM;
import static org.pgpoollab.screen.picture.Dress.Mark.REVERSE;
import static org.pgpoollab.screen.picture.Dress.Mark.UNDERLINE;

import java.util.EnumMap;
import java.util.Map;
import org.pgpoollab.report.Sign;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.Dress;

/**
 * How meanings look on this terminal. The plain themes use the terminal's own sixteen colours, the rich ones fixed ones of the 256;
 * none paints a background of its own but for the selected row.
 *
 * @param selection the background of the selected row; {@link Colour#DEFAULT} where there are no colours: it is bold instead
 * @param isUnicode whether characters outside ASCII are shown; if not, each has a stand-in
 */
public record Theme(Map<Meaning, Dress> dresses, Colour selection, boolean isUnicode) {

    public Theme {
        dresses = new EnumMap<>(dresses);
        for (var meaning : Meaning.values()) {
            dresses.putIfAbsent(meaning, Dress.PLAIN);
        }
    }

    /** Sixteen colours on a dark background. */
    public static Theme dark() {
        return sixteen(10, 9, 11, 14, 4);
    }

    /** Sixteen colours on a light background, where the bright ones cannot be read. */
    public static Theme light() {
        return sixteen(2, 1, 5, 4, 7);
    }

    /** 256 colours on a dark background. */
    public static Theme richDark() {
        return coloured(new Palette(244, 240, 114, 203, 221, 117, 74), 237);
    }

    /** 256 colours on a light background. */
    public static Theme richLight() {
        return coloured(new Palette(243, 249, 28, 124, 130, 25, 67), 254);
    }

    /** No colours at all, as {@code NO_COLOR} asks for: only bold, dim, underline and reverse. */
    public static Theme monochrome() {
        var bold = Dress.PLAIN.with(BOLD);
        var dim = Dress.PLAIN.with(DIM);
        var dresses = Map.ofEntries(
                entry(Meaning.DIM, dim),
                entry(Meaning.HEADING, dim),
                entry(Meaning.TITLE, bold),
                entry(Meaning.BORDER, dim),
                entry(Meaning.PRIMARY, bold),
                entry(Meaning.BAD, bold),
                entry(Meaning.DISAGREES, bold.with(UNDERLINE)),
                entry(Meaning.IN_TRANSITION, dim),
                entry(Meaning.UNKNOWN, dim),
                entry(Meaning.ALARM, bold.with(REVERSE)),
                entry(Meaning.KEY, bold),
                entry(Meaning.KEY_TEXT, dim),
                entry(Meaning.MESSAGE, Dress.PLAIN.with(REVERSE)));
        return new Theme(dresses, Colour.DEFAULT, true);
    }

    private record Palette(int quiet, int line, int good, int bad, int warn, int title, int bar) {}

    private static Theme sixteen(int good, int bad, int warn, int title, int selection) {
        return coloured(new Palette(8, 8, good, bad, warn, title, title), selection);
    }

    private static Theme coloured(Palette palette, int selection) {
        var quiet = ink(palette.quiet);
        var dresses = Map.ofEntries(
                entry(Meaning.DIM, quiet),
                entry(Meaning.HEADING, quiet),
                entry(Meaning.TITLE, ink(palette.title).with(BOLD)),
                entry(Meaning.BORDER, ink(palette.line)),
                entry(Meaning.PRIMARY, ink(palette.good).with(BOLD)),
                entry(Meaning.STANDBY, ink(palette.good)),
                entry(Meaning.GOOD, ink(palette.good)),
                entry(Meaning.BAD, ink(palette.bad)),
                entry(Meaning.WARN, ink(palette.warn)),
                entry(Meaning.DISAGREES, ink(palette.warn).with(BOLD)),
                entry(Meaning.IN_TRANSITION, ink(palette.warn).with(DIM)),
                entry(Meaning.UNKNOWN, quiet),
                entry(Meaning.ALARM, ink(palette.bad).with(BOLD).with(REVERSE)),
                entry(Meaning.BAR, ink(palette.bar)),
                entry(Meaning.KEY, Dress.PLAIN.with(BOLD)),
                entry(Meaning.KEY_TEXT, quiet),
                entry(Meaning.MESSAGE, Dress.PLAIN.with(REVERSE)));
        return new Theme(dresses, Colour.indexed(selection), true);
    }

    private static Dress ink(int colour) {
        return Dress.of(Colour.indexed(colour));
    }

    /** The same for a terminal whose character set is not UTF-8. */
    public Theme ascii() {
        return new Theme(dresses, selection, false);
    }

    public Dress dress(Meaning meaning) {
        return dresses.get(meaning);
    }

    /** How the same looks in the row that is selected. */
    public Dress selected(Dress dress) {
        return selection.equals(Colour.DEFAULT) ? dress.with(BOLD) : dress.on(selection);
    }

    /** How the same looks while it has just changed. */
    public Dress changed(Dress dress) {
        return dress.without(DIM).with(BOLD).with(REVERSE);
    }

    /** The text as it is shown: measure and cut this one. */
    public String shown(String text) {
        return isUnicode
                ? VisibleText.of(text, TerminalLook.PLAIN)
                : VisibleText.of(text.replace("…", Sign.CUT_OFF.standIn()), TerminalLook.ASCII);
    }
}
