package org.pgpoollab.report;

import java.util.Objects;

/**
 * A cell of a table: a text with a tone.
 *
 * @param marked whether the tone's glyph stands before the text
 */
public record ReportCell(String text, Tone tone, boolean marked) {

    public ReportCell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(tone);
    }

    public static ReportCell plain(Object text) {
        return new ReportCell(text.toString(), Tone.PLAIN, false);
    }

    public static ReportCell dim(String text) {
        return new ReportCell(text, Tone.DIM, false);
    }

    /** Creates a cell with the tone's glyph: {@code ● up}, {@code ✗ down}. */
    public static ReportCell marked(Tone tone, String text) {
        return new ReportCell(text, tone, true);
    }

    /** Creates the cell for an unknown value. */
    public static ReportCell unknown() {
        return dim("?");
    }

    /** The visible characters, without colour. */
    public String shown(TerminalLook look) {
        var glyph = marked && !tone.glyph().isEmpty() ? tone.glyph() + " " : "";
        return VisibleText.of(glyph + text, look);
    }

    /** The visible characters, with colour if the look has it. */
    public String painted(TerminalLook look) {
        var shown = shown(look);
        return look.colour() ? tone.painted(shown) : shown;
    }
}
