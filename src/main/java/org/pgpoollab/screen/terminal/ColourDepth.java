package org.pgpoollab.screen.terminal;

import com.googlecode.lanterna.TextColor;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.Colors;
import org.jline.utils.InfoCmp.Capability;
import org.pgpoollab.screen.picture.Colour;

/** How many colours a terminal has. Any other colour is replaced by the nearest available one. */
enum ColourDepth {
    /** No colours, because of {@code NO_COLOR} or because the terminal has none. */
    NONE(0),
    EIGHT(8),
    SIXTEEN(16),
    MANY(256),
    TRUE(1 << 24);

    private static final int LANTERNA_HAS_DEFAULT_AT = 8;
    private static final TextColor.ANSI[] ANSI = TextColor.ANSI.values();

    private final int colours;

    ColourDepth(int colours) {
        this.colours = colours;
    }

    /** Determines the depth from {@code NO_COLOR} (no-color.org), {@code COLORTERM} and terminfo. */
    static ColourDepth of(Terminal terminal, Map<String, String> environment) {
        if (isUnwanted(environment)) {
            return NONE;
        }
        if (environment.getOrDefault("COLORTERM", "").matches("truecolor|24bit")) {
            return TRUE;
        }
        var known = terminal.getNumericCapability(Capability.max_colors);
        return of(known == null ? 0 : known);
    }

    /** Tells whether {@code NO_COLOR} is set. */
    static boolean isUnwanted(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private static ColourDepth of(int known) {
        var deepest = NONE;
        for (var depth : values()) {
            deepest = depth.colours <= known ? depth : deepest;
        }
        return deepest;
    }

    boolean hasColours() {
        return this != NONE;
    }

    /** Returns the nearest available colour as a Lanterna colour. */
    TextColor nearest(Colour colour) {
        if (this == NONE || colour instanceof Colour.Standard) {
            return TextColor.ANSI.DEFAULT;
        }
        if (colour instanceof Colour.Indexed indexed) {
            return nearest(indexed.number());
        }
        var rgb = (Colour.Rgb) colour;
        if (this == TRUE) {
            return new TextColor.RGB(rgb.red(), rgb.green(), rgb.blue());
        }
        return standard(Colors.roundRgbColor(rgb.red(), rgb.green(), rgb.blue(), colours));
    }

    private TextColor nearest(int number) {
        return standard(number < colours ? number : Colors.roundColor(number, colours));
    }

    private static TextColor standard(int number) {
        if (number >= 16) {
            return new TextColor.Indexed(number);
        }
        return ANSI[number < LANTERNA_HAS_DEFAULT_AT ? number : number + 1];
    }
}
