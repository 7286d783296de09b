package org.pgpoollab.screen.terminal;

import org.pgpoollab.screen.StyleRole;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.overlay.OverlayStyles;

/** Selects the styles of overlays from the theme. */
final class OverlayTheme {

    private OverlayTheme() {}

    static OverlayStyles of(Theme theme) {
        return new OverlayStyles(
                theme.dress(StyleRole.TEXT),
                theme.dress(StyleRole.TITLE),
                theme.dress(StyleRole.BORDER),
                theme.dress(StyleRole.MESSAGE),
                theme.dress(StyleRole.DIM),
                theme.dress(StyleRole.GOOD),
                theme.dress(StyleRole.BAD),
                theme.dress(StyleRole.WARN),
                !theme.isUnicode());
    }
}
