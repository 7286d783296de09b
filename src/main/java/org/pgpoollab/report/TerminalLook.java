package org.pgpoollab.report;

/**
 * What the reader's terminal can show.
 *
 * @param colour whether escape sequences for colours are understood
 * @param unicode whether characters outside ASCII are shown; if not, glyphs have a stand-in and anything else becomes {@code ?}
 */
public record TerminalLook(boolean colour, boolean unicode) {

    public static final TerminalLook PLAIN = new TerminalLook(false, true);
    public static final TerminalLook COLOUR = new TerminalLook(true, true);
    public static final TerminalLook ASCII = new TerminalLook(false, false);
}
