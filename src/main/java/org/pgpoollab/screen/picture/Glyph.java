package org.pgpoollab.screen.picture;

import java.util.Objects;

/**
 * The content of one cell of a picture: one character with its combining marks. A wide glyph is followed by a cell of width 0.
 *
 * @param text never a control character; empty exactly if the width is 0
 * @param width in columns: 1, 2, or 0 for the right half of a wide glyph
 */
public record Glyph(String text, int width, GlyphStyle style) {

    public static final Glyph SPACE = new Glyph(" ", 1, GlyphStyle.PLAIN);

    public Glyph {
        Objects.requireNonNull(text);
        Objects.requireNonNull(style);
    }

    static Glyph space(GlyphStyle style) {
        return style.equals(GlyphStyle.PLAIN) ? SPACE : new Glyph(" ", 1, style);
    }

    static Glyph rightHalf(GlyphStyle style) {
        return new Glyph("", 0, style);
    }

    boolean isRightHalf() {
        return width == 0;
    }
}
