package org.pgpoollab.report;

import java.util.Objects;

/**
 * One text and what it means.
 *
 * @param marked whether the tone's glyph stands before the text
 */
public record Cell(String text, Tone tone, boolean marked) {

    public Cell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(tone);
    }

    public static Cell plain(Object text) {
        return new Cell(text.toString(), Tone.PLAIN, false);
    }

    public static Cell dim(String text) {
        return new Cell(text, Tone.DIM, false);
    }

    /** With its glyph: {@code ● up}, {@code ✗ down}. */
    public static Cell marked(Tone tone, String text) {
        return new Cell(text, tone, true);
    }

    /** What is not known. */
    public static Cell unknown() {
        return dim("?");
    }

    /** The characters that are shown, without colour. */
    public String shown(Look look) {
        var glyph = marked && !tone.glyph().isEmpty() ? tone.glyph() + " " : "";
        return VisibleText.of(glyph + text, look);
    }

    /** The same with colour where the look has it. */
    public String painted(Look look) {
        var shown = shown(look);
        return look.colour() ? tone.painted(shown) : shown;
    }
}
