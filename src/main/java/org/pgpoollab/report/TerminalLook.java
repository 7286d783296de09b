package org.pgpoollab.report;

/**
 * What the user's terminal can show.
 *
 * @param colour whether it understands escape sequences for colours
 * @param unicode whether it shows characters outside ASCII; if not, glyphs have a substitute and other characters become {@code ?}
 */
public record TerminalLook(boolean colour, boolean unicode) {

    public static final TerminalLook PLAIN = new TerminalLook(false, true);
    public static final TerminalLook COLOUR = new TerminalLook(true, true);
    public static final TerminalLook ASCII = new TerminalLook(false, false);
}
