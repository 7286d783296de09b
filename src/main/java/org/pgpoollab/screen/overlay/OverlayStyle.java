package org.pgpoollab.screen.overlay;

import org.pgpoollab.screen.picture.GlyphStyle;

/** The meaning of a text in an overlay, independent of the theme. */
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
