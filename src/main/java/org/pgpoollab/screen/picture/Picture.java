package org.pgpoollab.screen.picture;

import java.util.List;
import java.util.Optional;

/**
 * A rectangle of glyphs, which never changes once made, and where the cursor stands in it. Made by a {@link Canvas}. Every row has
 * the same width, and a wide glyph is never cut in two.
 */
public final class Picture {

    private final int columns;
    private final int rows;
    private final Glyph[] glyphs;
    private final Optional<Place> cursor;

    /** @param column and {@code row} count from 0 */
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

    /** Where text would be typed; empty if no cursor is shown. */
    public Optional<Place> cursor() {
        return cursor;
    }

    /** The characters of one row, without the spaces at its end. */
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

    /** All rows, a line each, without colours and without the spaces at the ends of lines. */
    public String text() {
        return String.join("\n", lines()) + "\n";
    }
}
