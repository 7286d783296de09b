package org.pgpoollab.report;

/** The meaning of a cell. Colour and glyph express the same, so that either is enough. */
public enum Tone {
    GOOD(StatusSign.GOOD.symbol(), "32"),
    /** Good, for a node that leads the others. */
    LEADS(StatusSign.LEADS.symbol(), "32"),
    /** Good, for a node that follows another. */
    FOLLOWS(StatusSign.FOLLOWS.symbol(), "32"),
    BAD(StatusSign.BAD.symbol(), "31"),
    WARN(StatusSign.WARNING.symbol(), "33"),
    DIM(StatusSign.NEUTRAL.symbol(), "2"),
    PLAIN("", "");

    private final String glyph;
    private final String sgr;

    Tone(String glyph, String sgr) {
        this.glyph = glyph;
        this.sgr = sgr;
    }

    /** The glyph, one column wide; empty for {@link #PLAIN}. */
    public String glyph() {
        return glyph;
    }

    /** Returns the text between this tone's escape sequences (ECMA-48 SGR). */
    String painted(String text) {
        return sgr.isEmpty() || text.isEmpty() ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
    }
}
