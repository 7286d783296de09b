package org.pgpoollab.screen.terminal.emulator;

import java.util.Arrays;
import org.pgpoollab.screen.picture.Glyph;
import org.pgpoollab.screen.picture.GlyphStyle;

/**
 * One row of the screen. It never contains half a wide glyph: overwriting one half replaces the other by a space. What no longer
 * fits into a narrowed screen is kept until the line is written to again.
 */
final class ScreenLine {

    private static final int LONGEST_CHARACTER = 32;

    private Glyph[] glyphs;

    ScreenLine(Glyph... glyphs) {
        this.glyphs = glyphs;
    }

    static ScreenLine blank(int columns, Glyph blank) {
        var glyphs = new Glyph[columns];
        Arrays.fill(glyphs, blank);
        return new ScreenLine(glyphs);
    }

    /** Makes the line exactly {@code columns} long. */
    void fit(int columns) {
        if (glyphs.length == columns) {
            return;
        }
        var before = glyphs.length;
        part(columns);
        glyphs = Arrays.copyOf(glyphs, columns);
        if (before < columns) {
            Arrays.fill(glyphs, before, columns, Glyph.SPACE);
        }
    }

    /** Puts a glyph, which must fit with its whole width. */
    void put(int column, Glyph glyph) {
        part(column);
        part(column + glyph.width());
        glyphs[column] = glyph;
        if (glyph.width() == 2) {
            glyphs[column + 1] = new Glyph("", 0, glyph.style());
        }
    }

    /** Adds a combining mark to the glyph that covers the column. */
    void combine(int column, String mark) {
        var place = glyphs[column].width() == 0 && column > 0 ? column - 1 : column;
        var base = glyphs[place];
        if (base.text().length() + mark.length() <= LONGEST_CHARACTER) {
            glyphs[place] = new Glyph(base.text() + mark, base.width(), base.style());
        }
    }

    void erase(int from, int to, Glyph blank) {
        part(from);
        part(to);
        Arrays.fill(glyphs, from, Math.max(from, Math.min(to, glyphs.length)), blank);
    }

    /** Shifts the content from the column on to the right; what moves beyond the end is lost. */
    void insert(int column, int count, Glyph blank) {
        var room = Math.min(count, glyphs.length - column);
        part(column);
        part(glyphs.length - room);
        System.arraycopy(glyphs, column, glyphs, column + room, glyphs.length - column - room);
        Arrays.fill(glyphs, column, column + room, blank);
    }

    /** Deletes cells and shifts the content after them to the left. */
    void delete(int column, int count, Glyph blank) {
        var gone = Math.min(count, glyphs.length - column);
        part(column);
        part(column + gone);
        System.arraycopy(glyphs, column + gone, glyphs, column, glyphs.length - column - gone);
        Arrays.fill(glyphs, glyphs.length - gone, glyphs.length, blank);
    }

    /** Replaces a wide glyph that crosses the left edge of the column by two spaces. */
    private void part(int column) {
        if (column <= 0 || column >= glyphs.length || glyphs[column].width() != 0) {
            return;
        }
        glyphs[column - 1] = space(glyphs[column - 1].style());
        glyphs[column] = space(glyphs[column].style());
    }

    private static Glyph space(GlyphStyle style) {
        return new Glyph(" ", 1, style);
    }

    boolean isBlank() {
        return inked() == 0;
    }

    /** Returns a copy without the blanks at the end. */
    Glyph[] trimmed() {
        return Arrays.copyOf(glyphs, inked());
    }

    /** Returns the content itself, not a copy. It may be shorter or longer than the screen is wide. */
    Glyph[] glyphs() {
        return glyphs;
    }

    private int inked() {
        var end = glyphs.length;
        while (end > 0 && Glyph.SPACE.equals(glyphs[end - 1])) {
            end--;
        }
        return end;
    }
}
