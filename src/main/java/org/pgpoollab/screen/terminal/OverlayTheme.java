package org.pgpoollab.screen.terminal;

import org.pgpoollab.screen.StyleRole;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.overlay.OverlayStyles;

/** Selects the styles of overlays from the theme. */
final class OverlayTheme {

    private OverlayTheme() {}

    static OverlayStyles of(Theme theme) {
        return new OverlayStyles(
                theme.style(StyleRole.TEXT),
                theme.style(StyleRole.TITLE),
                theme.style(StyleRole.BORDER),
                theme.style(StyleRole.MESSAGE),
                theme.style(StyleRole.DIM),
                theme.style(StyleRole.GOOD),
                theme.style(StyleRole.BAD),
                theme.style(StyleRole.WARN),
                !theme.isUnicode());
    }
}
