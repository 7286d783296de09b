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

    GlyphStyle of(OverlayStyles clothes) {
        return switch (this) {
            case NORMAL -> clothes.normal();
            case TITLE -> clothes.title();
            case DIM -> clothes.dim();
            case GOOD -> clothes.good();
            case BAD -> clothes.bad();
            case WARN -> clothes.warn();
        };
    }
}
