package org.pgpoollab.screen.terminal.emulator;

import org.pgpoollab.screen.picture.Glyph;

/**
 * One screen, main or alternate, with its cursor and scrolling region. The cursor never leaves the screen. After writing into the
 * last column it stays there, and the line is wrapped only when another character follows.
 */
final class ScreenBuffer {

    private final ScreenLines grid;
    private int column;
    private int row;
    private boolean isWrapDue;
    private int top;
    private int bottom;

    ScreenBuffer(int columns, int rows, Scrollback scrollback) {
        this.grid = new ScreenLines(columns, rows, scrollback);
        this.bottom = rows;
    }

    ScreenLines grid() {
        return grid;
    }

    int column() {
        return column;
    }

    int row() {
        return row;
    }

    /** Returns the first row of the scrolling region. */
    int top() {
        return top;
    }

    void print(Glyph glyph, TerminalModes modes) {
        var width = glyph.width();
        if (modes.wraps() && (isWrapDue || column + width > grid.columns())) {
            column = 0;
            lineFeed(Glyph.SPACE);
        }
        column = Math.min(column, grid.columns() - width);
        var line = grid.line(row);
        if (modes.inserts()) {
            line.insert(column, width, Glyph.SPACE);
        }
        line.put(column, glyph);
        isWrapDue = column + width == grid.columns();
        column = Math.min(column + width, grid.columns() - 1);
    }

    /** Adds a combining mark to the character before the cursor, if there is one on this line. */
    void combine(String mark) {
        var place = isWrapDue ? column : column - 1;
        if (place >= 0) {
            grid.line(row).combine(place, mark);
        }
    }

    /** Moves the cursor to this position, counted from 0, or to the nearest one on the screen. */
    void moveTo(int newColumn, int newRow) {
        column = within(newColumn, 0, grid.columns());
        row = within(newRow, 0, grid.rows());
        isWrapDue = false;
    }

    void moveColumns(int count) {
        moveTo(column + count, row);
    }

    /** Moves up. A cursor inside the scrolling region stops at its edge. */
    void moveUp(int count) {
        moveTo(column, Math.max(row - count, row >= top ? top : 0));
    }

    void moveDown(int count) {
        moveTo(column, Math.min(row + count, (row < bottom ? bottom : grid.rows()) - 1));
    }

    private static int within(int value, int least, int end) {
        return Math.max(least, Math.min(value, end - 1));
    }

    void lineFeed(Glyph blank) {
        isWrapDue = false;
        if (row == bottom - 1) {
            grid.scrollUp(top, bottom, 1, blank);
        } else {
            row = Math.min(row + 1, grid.rows() - 1);
        }
    }

    void reverseLineFeed(Glyph blank) {
        isWrapDue = false;
        if (row == top) {
            grid.insert(top, bottom, 1, blank);
        } else {
            row = Math.max(row - 1, 0);
        }
    }

    void scrollUp(int count, Glyph blank) {
        grid.scrollUp(top, bottom, count, blank);
    }

    void scrollDown(int count, Glyph blank) {
        grid.insert(top, bottom, count, blank);
    }

    void insertLines(int count, Glyph blank) {
        if (row >= top && row < bottom) {
            grid.insert(row, bottom, count, blank);
            moveTo(0, row);
        }
    }

    void deleteLines(int count, Glyph blank) {
        if (row >= top && row < bottom) {
            grid.delete(row, bottom, count, blank);
            moveTo(0, row);
        }
    }

    void insertCharacters(int count, Glyph blank) {
        isWrapDue = false;
        grid.line(row).insert(column, count, blank);
    }

    void deleteCharacters(int count, Glyph blank) {
        isWrapDue = false;
        grid.line(row).delete(column, count, blank);
    }

    void eraseCharacters(int count, Glyph blank) {
        isWrapDue = false;
        grid.line(row).erase(column, column + count, blank);
    }

    /** {@code EL}: 0 erases to the end of the line, 1 from its beginning, 2 the whole line. */
    void eraseLine(int part, Glyph blank) {
        isWrapDue = false;
        var line = grid.line(row);
        switch (part) {
            case 0 -> line.erase(column, grid.columns(), blank);
            case 1 -> line.erase(0, column + 1, blank);
            case 2 -> line.erase(0, grid.columns(), blank);
            default -> {}
        }
    }

    /** {@code ED}: 0 erases to the end of the screen, 1 from its beginning, 2 the whole screen, 3 the scrollback. */
    void eraseScreen(int part, Glyph blank) {
        switch (part) {
            case 0 -> grid.clear(row + 1, grid.rows(), blank);
            case 1 -> grid.clear(0, row, blank);
            case 2 -> grid.clear(0, grid.rows(), blank);
            case 3 -> grid.scrollback().clear();
            default -> {}
        }
        if (part < 2) {
            eraseLine(part, blank);
        }
    }

    /** {@code DECSTBM}. A region of fewer than two rows on the screen is ignored. */
    void region(int newTop, int newBottom) {
        var end = Math.min(newBottom, grid.rows());
        if (newTop + 1 < end) {
            top = newTop;
            bottom = end;
        }
    }

    void wholeRegion() {
        top = 0;
        bottom = grid.rows();
    }

    void resize(int columns, int rows) {
        var newRow = grid.resize(columns, rows, row);
        moveTo(column, newRow);
        wholeRegion();
    }
}
