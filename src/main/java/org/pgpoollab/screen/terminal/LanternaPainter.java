package org.pgpoollab.screen.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import org.pgpoollab.report.AsciiSubstitutes;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.Glyph;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;

/** Draws pictures on a Lanterna screen, which sends only the differences to the terminal. */
final class LanternaPainter {

    private static final Colour GREY = Colour.indexed(8);
    private static final String NARROW_STAND_IN = "?";
    private static final String WIDE_STAND_IN = "\uff1f";

    private final TerminalScreen screen;
    private final ColourDepth depth;
    private final TerminalLook look;
    private Optional<Picture> shown = Optional.empty();

    /**
     * Creates the painter.
     *
     * @param look whether the terminal shows more than ASCII
     */
    LanternaPainter(TerminalScreen screen, ColourDepth depth, TerminalLook look) {
        this.screen = screen;
        this.depth = depth;
        this.look = look;
    }

    /** Forgets what the terminal shows, so that the next picture is sent as a whole. */
    void forget() {
        shown = Optional.empty();
    }

    void paint(Picture picture) throws IOException {
        var resized = screen.doResizeIfNecessary() != null;
        var known = shown.filter(old -> !resized && old.columns() == picture.columns() && old.rows() == picture.rows());
        if (known.isEmpty()) {
            screen.clear();
        }
        for (var row = 0; row < picture.rows(); row++) {
            for (var column = 0; column < picture.columns(); column++) {
                put(column, row, picture, known);
            }
        }
        screen.setCursorPosition(picture.cursor()
                .map(place -> new TerminalPosition(place.column(), place.row()))
                .orElse(null));
        screen.refresh(known.isEmpty() ? RefreshType.COMPLETE : RefreshType.DELTA);
        shown = Optional.of(picture);
    }

    private void put(int column, int row, Picture picture, Optional<Picture> known) {
        var glyph = picture.glyph(column, row);
        if (glyph.width() == 0 || isShown(column, row, glyph, known)) {
            return;
        }
        var character = character(glyph);
        screen.setCharacter(column, row, character);
        if (glyph.width() == 2 && !character.isDoubleWidth()) {
            screen.setCharacter(column + 1, row, character);
        }
    }

    /**
     * Tells whether the glyph is on the terminal already. The cell after a wide glyph counts as changed, because Lanterna clears
     * the cells that a wide character covered.
     */
    private static boolean isShown(int column, int row, Glyph glyph, Optional<Picture> known) {
        return known.filter(old -> old.glyph(column, row).equals(glyph))
                .filter(old -> column == 0 || old.glyph(column - 1, row).width() == 1)
                .isPresent();
    }

    private TextCharacter character(Glyph glyph) {
        var style = glyph.style();
        var marks = marks(style);
        var foreground = depth.nearest(foreground(style));
        var background = depth.nearest(style.background());
        var text = text(glyph);
        var made = TextCharacter.fromString(text, foreground, background, marks.toArray(SGR[]::new));
        if (made.length == 1 && made[0].isDoubleWidth() == (glyph.width() == 2)) {
            return made[0];
        }
        // Lanterna treats any text of two chars as wide. Where its width differs from the glyph's, everything after it
        // would
        // be shifted.
        var standIn = glyph.width() == 2 && look.unicode() ? WIDE_STAND_IN : NARROW_STAND_IN;
        return TextCharacter.fromString(standIn, foreground, background, marks.toArray(SGR[]::new))[0];
    }

    private String text(Glyph glyph) {
        if (!look.unicode()) {
            return ascii(glyph);
        }
        if (glyph.text().length() == 1) {
            return glyph.text();
        }
        var whole = Normalizer.normalize(glyph.text(), Normalizer.Form.NFC);
        return glyph.width() == 1 ? Character.toString(whole.codePointAt(0)) : whole;
    }

    private String ascii(Glyph glyph) {
        return AsciiSubstitutes.inCell(glyph.text().codePointAt(0));
    }

    /** Replaces dim text by grey, because Lanterna has no dim text. */
    private static Colour foreground(GlyphStyle style) {
        return style.has(GlyphStyle.Mark.DIM) && style.foreground().equals(Colour.DEFAULT) ? GREY : style.foreground();
    }

    private EnumSet<SGR> marks(GlyphStyle style) {
        var marks = EnumSet.noneOf(SGR.class);
        style.marks().stream().filter(mark -> mark != GlyphStyle.Mark.DIM).forEach(mark -> marks.add(sgr(mark)));
        if (depth == ColourDepth.EIGHT && style.foreground() instanceof Colour.Indexed bright && bright.number() >= 8) {
            marks.add(SGR.BOLD);
        }
        return marks;
    }

    private static SGR sgr(GlyphStyle.Mark mark) {
        return switch (mark) {
            case BOLD -> SGR.BOLD;
            case ITALIC -> SGR.ITALIC;
            case UNDERLINE -> SGR.UNDERLINE;
            case BLINK -> SGR.BLINK;
            case REVERSE -> SGR.REVERSE;
            case CROSSED_OUT -> SGR.CROSSED_OUT;
            case DIM -> throw new IllegalArgumentException("there is none in Lanterna");
        };
    }
}
