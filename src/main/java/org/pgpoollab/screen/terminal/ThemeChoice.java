package org.pgpoollab.screen.terminal;

import java.util.Map;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.picture.SvgColours;

/** Chooses the theme for a terminal. */
final class ThemeChoice {

    /** The user's choice: {@code light} or {@code dark}. */
    private static final String WISH = "PGPOOL_LAB_THEME";

    private ThemeChoice() {}

    /**
     * Chooses the theme by the number of colours and the background.
     *
     * @param unicode whether the terminal shows more than ASCII
     */
    static Theme of(ColourDepth depth, boolean unicode, Map<String, String> environment) {
        var theme = coloured(depth, isLight(environment));
        return unicode ? theme : theme.ascii();
    }

    /** Returns the theme for a picture in a file, which has all colours unless the user disabled them. */
    static Theme ofPicture(Map<String, String> environment) {
        return of(ColourDepth.isUnwanted(environment) ? ColourDepth.NONE : ColourDepth.TRUE, true, environment);
    }

    /** Returns the colours of a picture's background and of everything drawn in the terminal's own colours. */
    static SvgColours colours(Map<String, String> environment) {
        return isLight(environment) ? SvgColours.LIGHT : SvgColours.DARK;
    }

    private static Theme coloured(ColourDepth depth, boolean light) {
        if (!depth.hasColours()) {
            return Theme.monochrome();
        }
        if (depth.compareTo(ColourDepth.MANY) < 0) {
            return light ? Theme.light() : Theme.dark();
        }
        return light ? Theme.richLight() : Theme.richDark();
    }

    /**
     * Without the user's choice, COLORFGBG decides: some terminals set it to {@code foreground;background} as numbers of the
     * sixteen colours.
     */
    private static boolean isLight(Map<String, String> environment) {
        var wish = environment.getOrDefault(WISH, "");
        if (!wish.isEmpty()) {
            return wish.equalsIgnoreCase("light");
        }
        var background = environment.getOrDefault("COLORFGBG", "").replaceFirst(".*;", "");
        return background.equals("7") || background.equals("15");
    }
}
