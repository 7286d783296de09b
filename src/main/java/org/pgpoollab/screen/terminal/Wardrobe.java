package org.pgpoollab.screen.terminal;

import org.pgpoollab.screen.Meaning;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.overlay.Clothes;

/** Dresses overlays as the theme dresses the rest. */
final class Wardrobe {

    private Wardrobe() {}

    static Clothes of(Theme theme) {
        return new Clothes(
                theme.dress(Meaning.TEXT),
                theme.dress(Meaning.TITLE),
                theme.dress(Meaning.BORDER),
                theme.dress(Meaning.MESSAGE),
                theme.dress(Meaning.DIM),
                theme.dress(Meaning.GOOD),
                theme.dress(Meaning.BAD),
                theme.dress(Meaning.WARN),
                !theme.isUnicode());
    }
}
