package org.pgpoollab.screen.overlay;

import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.screen.picture.GlyphStyle;

/**
 * How overlays are dressed: the part of the theme that they need.
 *
 * @param ascii whether only ASCII may be shown, frames too
 */
public record OverlayStyles(
        GlyphStyle normal,
        GlyphStyle title,
        GlyphStyle border,
        GlyphStyle selected,
        GlyphStyle dim,
        GlyphStyle good,
        GlyphStyle bad,
        GlyphStyle warn,
        boolean ascii) {

    /** Without any colour or mark but that of what is selected. */
    public static final OverlayStyles PLAIN = plain(false);

    public static final OverlayStyles ASCII = plain(true);

    private static OverlayStyles plain(boolean ascii) {
        var plain = GlyphStyle.PLAIN;
        var selected = plain.with(GlyphStyle.Mark.REVERSE);
        return new OverlayStyles(plain, plain, plain, selected, plain, plain, plain, plain, ascii);
    }

    /** The text as this terminal can show it, on one line. */
    String shown(String text) {
        return VisibleText.of(text, ascii ? TerminalLook.ASCII : TerminalLook.PLAIN);
    }
}
