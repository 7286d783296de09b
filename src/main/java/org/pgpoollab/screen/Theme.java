package org.pgpoollab.screen;

import static java.util.Map.entry;
import static org.pgpoollab.screen.picture.GlyphStyle.Mark.BOLD;
import static org.pgpoollab.screen.picture.GlyphStyle.Mark.DIM;
import static org.pgpoollab.screen.picture.GlyphStyle.Mark.REVERSE;
import static org.pgpoollab.screen.picture.GlyphStyle.Mark.UNDERLINE;

import java.util.EnumMap;
import java.util.Map;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;

/**
 * Maps style roles to styles of this terminal. The plain themes use the terminal's own sixteen colours, the rich ones fixed colours
 * of the 256. Only the selected row gets a background.
 *
 * @param selection the background of the selected row; {@link Colour#DEFAULT} in a theme without colours, where the row is bold
 * instead
 * @param isUnicode whether characters outside ASCII are shown; if not, each is replaced by a stand-in
 */
public record Theme(Map<StyleRole, GlyphStyle> styles, Colour selection, boolean isUnicode) {

    public Theme {
        styles = new EnumMap<>(styles);
        for (var meaning : StyleRole.values()) {
            styles.putIfAbsent(meaning, GlyphStyle.PLAIN);
        }
    }

    /** Returns the theme with sixteen colours for a dark background. */
    public static Theme dark() {
        return sixteen(10, 9, 11, 14, 4);
    }

    /** Returns the theme with sixteen colours for a light background, on which bright colours are unreadable. */
    public static Theme light() {
        return sixteen(2, 1, 5, 4, 7);
    }

    /** Returns the theme with 256 colours for a dark background. */
    public static Theme richDark() {
        return coloured(new Palette(244, 240, 114, 203, 221, 117, 74), 237);
    }

    /** Returns the theme with 256 colours for a light background. */
    public static Theme richLight() {
        return coloured(new Palette(243, 249, 28, 124, 130, 25, 67), 254);
    }

    /** Returns the theme without colours, as {@code NO_COLOR} requests: only bold, dim, underline and reverse. */
    public static Theme monochrome() {
        var bold = GlyphStyle.PLAIN.with(BOLD);
        var dim = GlyphStyle.PLAIN.with(DIM);
        var styles = Map.ofEntries(
                entry(StyleRole.DIM, dim),
                entry(StyleRole.HEADING, dim),
                entry(StyleRole.TITLE, bold),
                entry(StyleRole.BORDER, dim),
                entry(StyleRole.PRIMARY, bold),
                entry(StyleRole.BAD, bold),
                entry(StyleRole.DISAGREES, bold.with(UNDERLINE)),
                entry(StyleRole.IN_TRANSITION, dim),
                entry(StyleRole.UNKNOWN, dim),
                entry(StyleRole.ALARM, bold.with(REVERSE)),
                entry(StyleRole.CODE, bold),
                entry(StyleRole.KEY, bold),
                entry(StyleRole.KEY_TEXT, dim),
                entry(StyleRole.MESSAGE, GlyphStyle.PLAIN.with(REVERSE)));
        return new Theme(styles, Colour.DEFAULT, true);
    }

    private record Palette(int quiet, int line, int good, int bad, int warn, int title, int bar) {}

    private static Theme sixteen(int good, int bad, int warn, int title, int selection) {
        return coloured(new Palette(8, 8, good, bad, warn, title, title), selection);
    }

    private static Theme coloured(Palette palette, int selection) {
        var quiet = ink(palette.quiet);
        var styles = Map.ofEntries(
                entry(StyleRole.DIM, quiet),
                entry(StyleRole.HEADING, quiet),
                entry(StyleRole.TITLE, ink(palette.title).with(BOLD)),
                entry(StyleRole.BORDER, ink(palette.line)),
                entry(StyleRole.PRIMARY, ink(palette.good).with(BOLD)),
                entry(StyleRole.STANDBY, ink(palette.good)),
                entry(StyleRole.GOOD, ink(palette.good)),
                entry(StyleRole.BAD, ink(palette.bad)),
                entry(StyleRole.WARN, ink(palette.warn)),
                entry(StyleRole.DISAGREES, ink(palette.warn).with(BOLD)),
                entry(StyleRole.IN_TRANSITION, ink(palette.warn).with(DIM)),
                entry(StyleRole.UNKNOWN, quiet),
                entry(StyleRole.ALARM, ink(palette.bad).with(BOLD).with(REVERSE)),
                entry(StyleRole.BAR, ink(palette.bar)),
                entry(StyleRole.CODE, ink(palette.title)),
                entry(StyleRole.KEY, GlyphStyle.PLAIN.with(BOLD)),
                entry(StyleRole.KEY_TEXT, quiet),
                entry(StyleRole.MESSAGE, GlyphStyle.PLAIN.with(REVERSE)));
        return new Theme(styles, Colour.indexed(selection), true);
    }

    private static GlyphStyle ink(int colour) {
        return GlyphStyle.of(Colour.indexed(colour));
    }

    /** Returns the same theme for a terminal whose character set is not UTF-8. */
    public Theme ascii() {
        return new Theme(styles, selection, false);
    }

    public GlyphStyle style(StyleRole meaning) {
        return styles.get(meaning);
    }

    /** Returns the style in the selected row. */
    public GlyphStyle selected(GlyphStyle style) {
        return selection.equals(Colour.DEFAULT) ? style.with(BOLD) : style.on(selection);
    }

    /** Returns the style of a fact that has just changed. */
    public GlyphStyle changed(GlyphStyle style) {
        return style.without(DIM).with(BOLD).with(REVERSE);
    }

    /** Returns the text as it is shown. Width and cuts must be based on this text. */
    public String shown(String text) {
        return isUnicode
                ? VisibleText.of(text, TerminalLook.PLAIN)
                : VisibleText.of(text.replace("…", StatusSign.CUT_OFF.standIn()), TerminalLook.ASCII);
    }
}
