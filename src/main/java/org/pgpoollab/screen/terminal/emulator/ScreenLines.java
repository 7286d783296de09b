package org.pgpoollab.screen.terminal.emulator;

import java.util.Arrays;
import org.pgpoollab.screen.picture.Glyph;

/** The lines of one screen, and the scrollback that receives lines scrolled out at the top. Ranges of rows exclude their end. */
final class ScreenLines {

    private final Scrollback scrollback;
    private ScreenLine[] lines;
    private int columns;

    ScreenLines(int columns, int rows, Scrollback scrollback) {
        this.columns = columns;
        this.lines = new ScreenLine[rows];
        this.scrollback = scrollback;
        clear(0, rows, Glyph.SPACE);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return lines.length;
    }

    Scrollback scrollback() {
        return scrollback;
    }

    /** Returns the line for writing, exactly as long as the screen is wide. */
    ScreenLine line(int row) {
        lines[row].fit(columns);
        return lines[row];
    }

    /** Returns the line for reading. */
    Glyph[] glyphs(int row) {
        return lines[row].glyphs();
    }

    void clear(int from, int to, Glyph blank) {
        for (var row = from; row < to; row++) {
            lines[row] = ScreenLine.blank(columns, blank);
        }
    }

    /** Moves lines up. Lines that leave the top of the screen go to the scrollback. */
    void scrollUp(int from, int to, int count, Glyph blank) {
        var gone = Math.min(count, to - from);
        for (var row = 0; from == 0 && row < gone; row++) {
            scrollback.push(lines[row].trimmed());
        }
        delete(from, to, gone, blank);
    }

    /** Moves lines up; the first {@code count} lines are lost. */
    void delete(int from, int to, int count, Glyph blank) {
        var gone = Math.min(count, to - from);
        System.arraycopy(lines, from + gone, lines, from, to - from - gone);
        clear(to - gone, to, blank);
    }

    /** Moves lines down; the last {@code count} lines are lost. */
    void insert(int from, int to, int count, Glyph blank) {
        var room = Math.min(count, to - from);
        System.arraycopy(lines, from, lines, from + room, to - from - room);
        clear(from, from + room, blank);
    }

    /** Resizes the screen, keeps the cursor's row and as much above and below it as fits, and returns the new index of that row. */
    int resize(int newColumns, int newRows, int cursorRow) {
        columns = newColumns;
        if (newRows < lines.length) {
            return shrink(newRows, cursorRow);
        }
        return newRows > lines.length ? grow(newRows, cursorRow) : cursorRow;
    }

    /** Removes blank lines below the cursor first, then lines at the top, which go to the scrollback. */
    private int shrink(int newRows, int cursorRow) {
        var tooMany = lines.length - newRows;
        var blank = Math.min(tooMany, blankBelow(cursorRow));
        var up = Math.min(tooMany - blank, cursorRow);
        for (var row = 0; row < up; row++) {
            scrollback.push(lines[row].trimmed());
        }
        lines = Arrays.copyOfRange(lines, up, up + newRows);
        return cursorRow - up;
    }

    private int blankBelow(int cursorRow) {
        var row = lines.length;
        while (row > cursorRow + 1 && lines[row - 1].isBlank()) {
            row--;
        }
        return lines.length - row;
    }

    private int grow(int newRows, int cursorRow) {
        var pulled = Math.min(newRows - lines.length, scrollback.size());
        var more = new ScreenLine[newRows];
        System.arraycopy(lines, 0, more, pulled, lines.length);
        for (var row = pulled - 1; row >= 0; row--) {
            more[row] = new ScreenLine(scrollback.pull());
        }
        var end = pulled + lines.length;
        lines = more;
        clear(end, newRows, Glyph.SPACE);
        return cursorRow + pulled;
    }
}
