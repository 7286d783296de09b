package org.pgpoollab.screen.picture;

import java.util.Objects;

/**
 * The content of one cell of a picture: one character with its combining marks. A wide glyph is followed by a cell of width 0.
 *
 * @param text never a control character; empty exactly if the width is 0
 * @param width in columns: 1, 2, or 0 for the right half of a wide glyph
 */
public record Glyph(String text, int width, GlyphStyle dress) {

    public static final Glyph SPACE = new Glyph(" ", 1, GlyphStyle.PLAIN);

    public Glyph {
        Objects.requireNonNull(text);
        Objects.requireNonNull(dress);
    }

    static Glyph space(GlyphStyle dress) {
        return dress.equals(GlyphStyle.PLAIN) ? SPACE : new Glyph(" ", 1, dress);
    }

    static Glyph rightHalf(GlyphStyle dress) {
        return new Glyph("", 0, dress);
    }

    boolean isRightHalf() {
        return width == 0;
    }
}
