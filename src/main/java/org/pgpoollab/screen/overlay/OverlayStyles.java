package org.pgpoollab.screen.overlay;

import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.screen.picture.GlyphStyle;

/**
 * The styles of overlays: the part of the theme that they need.
 *
 * @param ascii whether only ASCII may be shown, in frames too
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

    /** The styles without any colour or mark, except for the selection. */
    public static final OverlayStyles PLAIN = plain(false);

    public static final OverlayStyles ASCII = plain(true);

    private static OverlayStyles plain(boolean ascii) {
        var plain = GlyphStyle.PLAIN;
        var selected = plain.with(GlyphStyle.Mark.REVERSE);
        return new OverlayStyles(plain, plain, plain, selected, plain, plain, plain, plain, ascii);
    }

    /** Returns the text on one line, as this terminal can show it. */
    String shown(String text) {
        return VisibleText.of(text, ascii ? TerminalLook.ASCII : TerminalLook.PLAIN);
    }
}
