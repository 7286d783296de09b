package org.pgpoollab.report;

/**
 * What the reader's terminal can show.
 *
 * @param colour whether escape sequences for colours are understood
 * @param unicode whether characters outside ASCII are shown; if not, glyphs have a stand-in and anything else becomes {@code ?}
 */
public record Look(boolean colour, boolean unicode) {

    public static final Look PLAIN = new Look(false, true);
    public static final Look COLOUR = new Look(true, true);
    public static final Look ASCII = new Look(false, false);
}
