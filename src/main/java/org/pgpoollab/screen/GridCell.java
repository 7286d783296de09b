package org.pgpoollab.screen;

import java.util.Objects;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.Tone;

/** One text of the grid, its glyph included, and what it means. */
record GridCell(String text, Meaning meaning) {

    static final GridCell BLANK = new GridCell("", Meaning.TEXT);
    static final GridCell UNKNOWN = new GridCell("?", Meaning.UNKNOWN);

    GridCell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(meaning);
    }

    static GridCell text(Object text) {
        return new GridCell(text.toString(), Meaning.TEXT);
    }

    static GridCell dim(String text) {
        return new GridCell(text, Meaning.DIM);
    }

    /** A cell of the text reports. */
    static GridCell of(ReportCell cell) {
        var glyph =
                cell.marked() && !cell.tone().glyph().isEmpty() ? cell.tone().glyph() + " " : "";
        return new GridCell(glyph + cell.text(), cell.text().equals("?") ? Meaning.UNKNOWN : meaning(cell.tone()));
    }

    private static Meaning meaning(Tone tone) {
        return switch (tone) {
            case GOOD -> Meaning.GOOD;
            case LEADS -> Meaning.PRIMARY;
            case FOLLOWS -> Meaning.STANDBY;
            case BAD -> Meaning.BAD;
            case WARN -> Meaning.WARN;
            case DIM -> Meaning.UNKNOWN;
            case PLAIN -> Meaning.TEXT;
        };
    }

    /** The same from a fact that is old. */
    GridCell faded() {
        return new GridCell(text, Meaning.DIM);
    }

    /** The same with how old it is. */
    GridCell aged(String age) {
        return new GridCell(text + " " + age, Meaning.DIM);
    }
}
