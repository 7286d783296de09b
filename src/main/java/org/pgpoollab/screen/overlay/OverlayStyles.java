package org.pgpoollab.screen.overlay;

import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.screen.picture.Dress;

/**
 * How overlays are dressed: the part of the theme that they need.
 *
 * @param ascii whether only ASCII may be shown, frames too
 */
public record OverlayStyles(
        Dress normal,
        Dress title,
        Dress border,
        Dress selected,
        Dress dim,
        Dress good,
        Dress bad,
        Dress warn,
        boolean ascii) {

    /** Without any colour or mark but that of what is selected. */
    public static final OverlayStyles PLAIN = plain(false);

    public static final OverlayStyles ASCII = plain(true);

    private static OverlayStyles plain(boolean ascii) {
        var plain = Dress.PLAIN;
        var selected = plain.with(Dress.Mark.REVERSE);
        return new OverlayStyles(plain, plain, plain, selected, plain, plain, plain, plain, ascii);
    }

    /** The text as this terminal can show it, on one line. */
    String shown(String text) {
        return VisibleText.of(text, ascii ? TerminalLook.ASCII : TerminalLook.PLAIN);
    }
}
