package org.pgpoollab.screen.overlay;

import org.pgpoollab.screen.picture.GlyphStyle;

/** What a word means, whatever the theme makes of it. */
enum OverlayStyle {
    NORMAL,
    TITLE,
    DIM,
    GOOD,
    BAD,
    WARN;

    GlyphStyle of(OverlayStyles styles) {
        return switch (this) {
            case NORMAL -> styles.normal();
            case TITLE -> styles.title();
            case DIM -> styles.dim();
            case GOOD -> styles.good();
            case BAD -> styles.bad();
            case WARN -> styles.warn();
        };
    }
}
