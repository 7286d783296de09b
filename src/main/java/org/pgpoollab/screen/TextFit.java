package org.pgpoollab.screen;

import java.text.BreakIterator;
import java.util.Locale;
import org.pgpoollab.report.DisplayWidth;

/** Cuts texts to a width. */
final class TextFit {

    private TextFit() {}

    /** Returns the text as the theme shows it, cut to {@code columns} columns. A cut text ends with an ellipsis. */
    static String to(String text, int columns, Theme theme) {
        var shown = theme.shown(text);
        if (DisplayWidth.of(shown) <= columns) {
            return shown;
        }
        return columns < 1 ? "" : beginning(shown, columns - 1).stripTrailing() + theme.shown("…");
    }

    private static String beginning(String shown, int columns) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(shown);
        var width = 0;
        var begin = characters.first();
        for (var end = characters.next(); end != BreakIterator.DONE; begin = end, end = characters.next()) {
            width += Math.min(2, DisplayWidth.of(shown.substring(begin, end)));
            if (width > columns) {
                return shown.substring(0, begin);
            }
        }
        return shown;
    }

    static int width(String text, Theme theme) {
        return DisplayWidth.of(theme.shown(text));
    }
}
