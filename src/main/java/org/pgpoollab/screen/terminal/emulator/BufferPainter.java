package org.pgpoollab.screen.terminal.emulator;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Glyph;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;

/**
 * Draws pictures of the current screen buffer. It keeps the latest picture until {@code forget}, because pictures are requested far
 * more often than the screen changes.
 */
final class BufferPainter {

    /** Stands at the end of a line that goes on, as in {@code less -S}. */
    private static final Glyph CUT = new Glyph(">", 1, GlyphStyle.PLAIN.with(GlyphStyle.Mark.REVERSE));

    private record Wish(int back, String highlighted) {}

    private record Made(Wish wish, Picture picture) {}

    private final TerminalEmulator machine;
    private Optional<Made> latest = Optional.empty();

    BufferPainter(TerminalEmulator machine) {
        this.machine = machine;
    }

    /** Must be called after every change. */
    void forget() {
        latest = Optional.empty();
    }

    Picture picture(int back, String highlighted) {
        var wish = new Wish(Math.max(0, Math.min(back, scrollback().size())), highlighted);
        var known = latest.filter(made -> made.wish().equals(wish));
        if (known.isPresent()) {
            return known.orElseThrow().picture();
        }
        var picture = paint(wish);
        latest = Optional.of(new Made(wish, picture));
        return picture;
    }

    private Picture paint(Wish wish) {
        var grid = machine.page().grid();
        var canvas = new Canvas(grid.columns(), grid.rows());
        var finder = new GlyphSearch(wish.highlighted());
        for (var row = 0; row < grid.rows(); row++) {
            var glyphs = glyphs(wish.back(), row);
            var marked = finder.columns(glyphs);
            for (var column = 0; column < Math.min(glyphs.length, grid.columns()); column++) {
                put(canvas, column, row, glyphs[column], marked);
            }
            if (isCut(glyphs, grid.columns())) {
                canvas.put(grid.columns() - 1, row, CUT);
            }
        }
        return canvas.picture(cursor(wish.back()));
    }

    /** Returns whether a line that was written on a wider screen has more than this one shows. */
    private static boolean isCut(Glyph[] glyphs, int columns) {
        return Stream.of(glyphs).skip(columns).anyMatch(glyph -> !glyph.text().isBlank());
    }

    private static void put(Canvas canvas, int column, int row, Glyph glyph, BitSet marked) {
        if (glyph.width() > 0) {
            canvas.put(column, row, marked.get(column) ? reversed(glyph) : glyph);
        }
    }

    private static Glyph reversed(Glyph glyph) {
        var style = glyph.style();
        var turned = style.has(GlyphStyle.Mark.REVERSE)
                ? style.without(GlyphStyle.Mark.REVERSE)
                : style.with(GlyphStyle.Mark.REVERSE);
        return new Glyph(glyph.text(), glyph.width(), turned);
    }

    private Glyph[] glyphs(int back, int row) {
        var scrollback = scrollback();
        var place = scrollback.size() - back + row;
        return place < scrollback.size()
                ? scrollback.line(place)
                : machine.page().grid().glyphs(place - scrollback.size());
    }

    private Optional<Picture.Place> cursor(int back) {
        var page = machine.page();
        return back == 0 && machine.modes().showsCursor()
                ? Optional.of(new Picture.Place(page.column(), page.row()))
                : Optional.empty();
    }

    private Scrollback scrollback() {
        return machine.page().grid().scrollback();
    }
}
