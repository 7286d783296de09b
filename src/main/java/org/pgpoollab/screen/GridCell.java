package org.pgpoollab.screen;

import java.util.Objects;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.Tone;

/** The text of one grid cell, including its glyph, and the style role of that text. */
record GridCell(String text, StyleRole meaning) {

    static final GridCell BLANK = new GridCell("", StyleRole.TEXT);
    static final GridCell UNKNOWN = new GridCell("?", StyleRole.UNKNOWN);

    GridCell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(meaning);
    }

    static GridCell text(Object text) {
        return new GridCell(text.toString(), StyleRole.TEXT);
    }

    static GridCell dim(String text) {
        return new GridCell(text, StyleRole.DIM);
    }

    /** Converts a cell of the text reports. */
    static GridCell of(ReportCell cell) {
        var glyph =
                cell.marked() && !cell.tone().glyph().isEmpty() ? cell.tone().glyph() + " " : "";
        return new GridCell(glyph + cell.text(), cell.text().equals("?") ? StyleRole.UNKNOWN : meaning(cell.tone()));
    }

    private static StyleRole meaning(Tone tone) {
        return switch (tone) {
            case GOOD -> StyleRole.GOOD;
            case LEADS -> StyleRole.PRIMARY;
            case FOLLOWS -> StyleRole.STANDBY;
            case BAD -> StyleRole.BAD;
            case WARN -> StyleRole.WARN;
            case DIM -> StyleRole.UNKNOWN;
            case PLAIN -> StyleRole.TEXT;
        };
    }

    /** Returns the same text in the style of an old fact. */
    GridCell faded() {
        return new GridCell(text, StyleRole.DIM);
    }

    /** {@code PRIMARY 3 s ago}: the same text with the age of the answer, without the sign of what is so now. */
    GridCell aged(String age) {
        return new GridCell(text.replaceFirst("^\\S ", "") + " " + age + " ago", StyleRole.DIM);
    }
}
