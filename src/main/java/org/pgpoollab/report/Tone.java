package org.pgpoollab.report;

/** What a cell means. Colour and glyph say the same, so that neither is needed alone. */
public enum Tone {
    GOOD(Sign.GOOD.symbol(), "32"),
    /** Good as one that leads the others. */
    LEADS(Sign.LEADS.symbol(), "32"),
    /** Good as one that follows another. */
    FOLLOWS(Sign.FOLLOWS.symbol(), "32"),
    BAD(Sign.BAD.symbol(), "31"),
    WARN(Sign.WARNING.symbol(), "33"),
    DIM(Sign.NEUTRAL.symbol(), "2"),
    PLAIN("", "");

    private final String glyph;
    private final String sgr;

    Tone(String glyph, String sgr) {
        this.glyph = glyph;
        this.sgr = sgr;
    }

    /** One column wide; empty of {@link #PLAIN}. */
    public String glyph() {
        return glyph;
    }

    /** The text between this tone's escape sequences (ECMA-48 SGR). */
    String painted(String text) {
        return sgr.isEmpty() || text.isEmpty() ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
    }
}
