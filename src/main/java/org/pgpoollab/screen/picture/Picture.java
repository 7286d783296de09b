package org.pgpoollab.screen.picture;

import java.util.List;
import java.util.Optional;

/**
 * An immutable rectangle of glyphs with an optional cursor, made by a {@link Canvas}. All rows have the same width, and no wide
 * glyph is cut in two.
 */
public final class Picture {

    private final int columns;
    private final int rows;
    private final Glyph[] glyphs;
    private final Optional<Place> cursor;

    /**
     * The position of a cell.
     *
     * @param column counted from 0
     * @param row counted from 0
     */
    public record Place(int column, int row) {}

    Picture(int columns, int rows, Glyph[] glyphs, Optional<Place> cursor) {
        this.columns = columns;
        this.rows = rows;
        this.glyphs = glyphs;
        this.cursor = cursor;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public Glyph glyph(int column, int row) {
        return glyphs[row * columns + column];
    }

    /** Returns the position of the cursor; empty if no cursor is shown. */
    public Optional<Place> cursor() {
        return cursor;
    }

    /** Returns the characters of one row, without the spaces at its end. */
    public String line(int row) {
        var text = new StringBuilder();
        for (var column = 0; column < columns; column++) {
            text.append(glyph(column, row).text());
        }
        return text.toString().stripTrailing();
    }

    public List<String> lines() {
        return java.util.stream.IntStream.range(0, rows).mapToObj(this::line).toList();
    }

    /** Returns all rows, one per line, without colours and without spaces at the ends of lines. */
    public String text() {
        return String.join("\n", lines()) + "\n";
    }
}
