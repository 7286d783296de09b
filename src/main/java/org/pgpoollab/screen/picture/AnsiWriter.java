package org.pgpoollab.screen.picture;

/** Writes pictures as text with escape sequences. It sends only cells and styles that change. */
public final class AnsiWriter {

    private static final String CLEAR = "\033[0m\033[2J";
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String SHOW_CURSOR = "\033[?25h";

    /**
     * The maximum number of unchanged cells between two changed ones that are written again: that is shorter than a cursor
     * movement.
     */
    private static final int WORTH_A_JUMP = 6;

    private AnsiWriter() {}

    /** Returns the rows as lines for {@code cat}: each line ends with colours reset, and plain spaces at its end are left out. */
    public static String text(Picture picture) {
        var text = new StringBuilder();
        for (var row = 0; row < picture.rows(); row++) {
            var style = write(text, picture, row, 0, end(picture, row), GlyphStyle.PLAIN);
            text.append(SgrCodes.change(style, GlyphStyle.PLAIN)).append('\n');
        }
        return text.toString();
    }

    /** Returns what a terminal must be sent to show this picture, whatever it shows now. */
    public static String whole(Picture picture) {
        return CLEAR + changes(new Canvas(picture.columns(), picture.rows()).picture(), picture);
    }

    /** Returns what a terminal that shows {@code before} must be sent to show {@code after}; empty if they are equal. */
    public static String change(Picture before, Picture after) {
        if (before.columns() != after.columns() || before.rows() != after.rows()) {
            return whole(after);
        }
        var hasMoved = !before.cursor().equals(after.cursor());
        var changes = new StringBuilder();
        cells(changes, before, after);
        return changes.isEmpty() && !hasMoved ? "" : HIDE_CURSOR + changes + cursor(after);
    }

    private static String changes(Picture before, Picture after) {
        var changes = new StringBuilder(HIDE_CURSOR);
        cells(changes, before, after);
        return changes + cursor(after);
    }

    private static void cells(StringBuilder text, Picture before, Picture after) {
        var style = GlyphStyle.PLAIN;
        for (var row = 0; row < after.rows(); row++) {
            var column = nextChange(before, after, row, 0);
            while (column < after.columns()) {
                var end = endOfChange(before, after, row, column);
                text.append(place(column, row));
                style = write(text, after, row, column, end, style);
                column = nextChange(before, after, row, end);
            }
        }
        text.append(SgrCodes.change(style, GlyphStyle.PLAIN));
    }

    /** Returns the next cell that differs, but never the right half of a wide glyph that begins before it. */
    private static int nextChange(Picture before, Picture after, int row, int from) {
        var column = from;
        while (column < after.columns() && isSame(before, after, row, column)) {
            column++;
        }
        var isHalf = column > from
                && column < after.columns()
                && after.glyph(column, row).isRightHalf();
        return isHalf ? column - 1 : column;
    }

    private static int endOfChange(Picture before, Picture after, int row, int from) {
        var end = from + 1;
        for (var column = from + 1; column < after.columns() && column - end <= WORTH_A_JUMP; column++) {
            if (!isSame(before, after, row, column)) {
                end = column + 1;
            }
        }
        return end < after.columns() && after.glyph(end, row).isRightHalf() ? end + 1 : end;
    }

    private static boolean isSame(Picture before, Picture after, int row, int column) {
        return before.glyph(column, row).equals(after.glyph(column, row));
    }

    private static GlyphStyle write(StringBuilder text, Picture picture, int row, int from, int end, GlyphStyle worn) {
        var style = worn;
        for (var column = from; column < end; column++) {
            var glyph = picture.glyph(column, row);
            if (!glyph.isRightHalf()) {
                text.append(SgrCodes.change(style, glyph.style())).append(glyph.text());
                style = glyph.style();
            }
        }
        return style;
    }

    private static int end(Picture picture, int row) {
        var end = picture.columns();
        while (end > 0 && picture.glyph(end - 1, row).equals(Glyph.SPACE)) {
            end--;
        }
        return end;
    }

    private static String cursor(Picture picture) {
        return picture.cursor()
                .map(place -> place(place.column(), place.row()) + SHOW_CURSOR)
                .orElse("");
    }

    private static String place(int column, int row) {
        return "\033[" + (row + 1) + ";" + (column + 1) + "H";
    }
}
