package org.pgpoollab.screen.picture;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;

/**
 * Paints a picture. Content outside the edges is cut off, and a wide glyph of which only half would fit becomes a space. A part of
 * a canvas is a canvas with its own origin that paints on the same picture.
 */
public final class Canvas {

    private static final char ASCII_END = 0x7f;
    private static final String SIGNS = "·…←→–›★✗";
    private static final String[] ASCII = IntStream.range(0, ASCII_END)
            .mapToObj(character -> String.valueOf((char) character))
            .toArray(String[]::new);

    private final Glyph[] glyphs;
    private final int stride;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;

    public Canvas(int columns, int rows) {
        this(blank(columns * rows), columns, 0, 0, columns, rows);
    }

    private Canvas(Glyph[] glyphs, int stride, int left, int top, int columns, int rows) {
        this.glyphs = glyphs;
        this.stride = stride;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
    }

    private static Glyph[] blank(int size) {
        var all = new Glyph[size];
        Arrays.fill(all, Glyph.SPACE);
        return all;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /**
     * Returns the part of this canvas inside the given rectangle. The part is smaller where the rectangle exceeds the edges; its
     * size is never negative.
     */
    public Canvas part(int column, int row, int width, int height) {
        var x = Math.max(0, Math.min(column, columns));
        var y = Math.max(0, Math.min(row, rows));
        var right = Math.max(x, Math.min(columns, column + width));
        var bottom = Math.max(y, Math.min(rows, row + height));
        return new Canvas(glyphs, stride, left + x, top + y, right - x, bottom - y);
    }

    /**
     * Writes one line of text, after replacing characters that cannot be shown. It returns the column after the text, as if nothing
     * had been cut off.
     */
    public int write(int column, int row, String text, GlyphStyle style) {
        return isSimple(text) ? writeSimple(column, row, text, style) : writeAny(column, row, text, style);
    }

    /**
     * Tells whether every char is a character of its own, one column wide: ASCII, box drawing, blocks, geometric shapes, some
     * signs.
     */
    private static boolean isSimple(String text) {
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            var isPrintable = character >= ' ' && character < ASCII_END;
            if (!isPrintable && !(character >= '─' && character <= '◿') && SIGNS.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private int writeSimple(int column, int row, String text, GlyphStyle style) {
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character == ' ') {
                put(column + index, row, Glyph.space(style));
            } else {
                var glyph = character < ASCII_END ? ASCII[character] : String.valueOf(character);
                put(column + index, row, new Glyph(glyph, 1, style));
            }
        }
        return column + text.length();
    }

    /** Writes one glyph for each user-perceived character (grapheme cluster). */
    private int writeAny(int column, int row, String text, GlyphStyle style) {
        var visible = VisibleText.of(text, TerminalLook.PLAIN);
        var at = column;
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(visible);
        var begin = characters.first();
        for (var end = characters.next(); end != BreakIterator.DONE; begin = end, end = characters.next()) {
            var character = visible.substring(begin, end);
            var width = Math.min(2, DisplayWidth.of(character));
            if (width > 0) {
                put(at, row, new Glyph(character, width, style));
                at += width;
            }
        }
        return at;
    }

    /** Puts one glyph, and the right half of a wide one. */
    public void put(int column, int row, Glyph glyph) {
        if (row < 0 || row >= rows || column < 0 || column + glyph.width() > columns) {
            if (glyph.width() == 2) {
                put(column, row, Glyph.space(glyph.style()));
                put(column + 1, row, Glyph.space(glyph.style()));
            }
            return;
        }
        set(column, row, glyph);
        if (glyph.width() == 2) {
            set(column + 1, row, Glyph.rightHalf(glyph.style()));
        }
    }

    private void set(int column, int row, Glyph glyph) {
        var place = (top + row) * stride + left + column;
        if (glyphs[place].isRightHalf() && !glyph.isRightHalf()) {
            glyphs[place - 1] = Glyph.space(glyphs[place - 1].style());
        }
        if (glyphs[place].width() == 2 && place + 1 < glyphs.length) {
            glyphs[place + 1] = Glyph.space(glyphs[place + 1].style());
        }
        glyphs[place] = glyph;
    }

    public void fill(GlyphStyle style) {
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                put(column, row, Glyph.space(style));
            }
        }
    }

    /** Copies a picture, with its top left corner at the given position. */
    public void paste(int column, int row, Picture picture) {
        for (var y = 0; y < picture.rows(); y++) {
            for (var x = 0; x < picture.columns(); x++) {
                var glyph = picture.glyph(x, y);
                if (!glyph.isRightHalf()) {
                    put(column + x, row + y, glyph);
                }
            }
        }
    }

    /** Returns the current picture. Later painting does not change it. */
    public Picture picture() {
        return picture(Optional.empty());
    }

    /**
     * Returns the current picture with a cursor.
     *
     * @param cursor the cursor's position; left out if it is outside
     */
    public Picture picture(Optional<Picture.Place> cursor) {
        var copy = new Glyph[columns * rows];
        for (var row = 0; row < rows; row++) {
            System.arraycopy(glyphs, (top + row) * stride + left, copy, row * columns, columns);
        }
        var inside = cursor.filter(
                place -> place.column() >= 0 && place.column() < columns && place.row() >= 0 && place.row() < rows);
        return new Picture(columns, rows, copy, inside);
    }
}
