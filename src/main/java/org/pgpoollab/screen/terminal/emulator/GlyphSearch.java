package org.pgpoollab.screen.terminal.emulator;

import java.util.Arrays;
import java.util.BitSet;
import org.pgpoollab.screen.picture.Glyph;

/** Searches lines of glyphs for a text, ignoring case. An empty text is never found. */
final class GlyphSearch {

    private final String wanted;
    private final StringBuilder text = new StringBuilder();
    private int[] columns = new int[0];

    GlyphSearch(String wanted) {
        this.wanted = wanted;
    }

    boolean isIn(Glyph[] line) {
        return !wanted.isEmpty() && next(read(line), 0) >= 0;
    }

    /** Returns all columns covered by an occurrence of the text. */
    BitSet columns(Glyph[] line) {
        var found = new BitSet();
        if (wanted.isEmpty()) {
            return found;
        }
        var all = read(line);
        for (var at = next(all, 0); at >= 0; at = next(all, at + wanted.length())) {
            var end = at + wanted.length();
            found.set(columns[at], Math.max(columns[end], columns[end - 1] + 1));
        }
        return found;
    }

    /**
     * Returns the line's text. Afterwards {@code columns} has the column of each of its characters, and last the column where the
     * line ends.
     */
    private String read(Glyph[] line) {
        text.setLength(0);
        columns = Arrays.copyOf(columns, Math.max(columns.length, line.length + 1));
        for (var column = 0; column < line.length; column++) {
            var glyph = line[column].text();
            for (var i = 0; i < glyph.length(); i++) {
                place(text.length() + i, column);
            }
            text.append(glyph);
        }
        place(text.length(), line.length);
        return text.toString();
    }

    private void place(int character, int column) {
        if (character >= columns.length) {
            columns = Arrays.copyOf(columns, character * 2 + 1);
        }
        columns[character] = column;
    }

    private int next(String line, int from) {
        for (var at = from; at + wanted.length() <= line.length(); at++) {
            if (line.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
        }
        return -1;
    }
}
