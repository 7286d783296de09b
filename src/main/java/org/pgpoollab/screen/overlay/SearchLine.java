package org.pgpoollab.screen.overlay;

import java.util.Optional;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Picture;

/**
 * The line in which a search is typed, or which shows the current match.
 *
 * @param text the text to search for
 * @param match the number of the match shown, from 1; 0 if there is none or the search has not started
 * @param matches the number of matches
 * @param isTyped whether the text is still being typed; the cursor is at its end then
 */
public record SearchLine(String text, int match, int matches, boolean isTyped) {

    public static SearchLine typing(String text) {
        return new SearchLine(text, 0, 0, true);
    }

    public static SearchLine found(String text, int match, int matches) {
        return new SearchLine(text, match, matches, false);
    }

    /** Draws one row. If it is narrow, the end of the text is kept, because the cursor is there. */
    public Picture picture(int columns, OverlayStyles styles) {
        var canvas = new Canvas(columns, 1);
        canvas.fill(styles.normal());
        var typed = styles.shown(text);
        var remark = remark();
        var room = columns - 2 - (remark.isEmpty() ? 0 : remark.length() + 2);
        var shown = end(typed, Math.max(1, room));
        canvas.write(0, 0, "/", styles.dim());
        var end = canvas.write(1, 0, shown, styles.normal());
        if (room > 0) {
            canvas.write(columns - remark.length(), 0, remark, matches == 0 ? styles.warn() : styles.dim());
        }
        return canvas.picture(isTyped ? Optional.of(new Picture.Place(end, 0)) : Optional.empty());
    }

    private String remark() {
        if (isTyped) {
            return "";
        }
        return matches == 0 ? "not found" : match + " of " + matches;
    }

    private static String end(String text, int columns) {
        var from = 0;
        while (DisplayWidth.of(text.substring(from)) > columns) {
            from = text.offsetByCodePoints(from, 1);
        }
        return text.substring(from);
    }
}
