package org.pgpoollab.screen.terminal.emulator;

import java.util.OptionalInt;
import org.pgpoollab.screen.picture.Glyph;

/** Searches the scrollback and the screen below it. Lines are counted through both, from 0 for the oldest. */
final class ScrollbackSearch {

    private final ScreenLines grid;
    private final int kept;
    private final GlyphSearch finder;

    ScrollbackSearch(ScreenLines grid, String text) {
        this.grid = grid;
        this.kept = grid.scrollback().size();
        this.finder = new GlyphSearch(text);
    }

    OptionalInt from(int fromBack, VirtualScreen.Direction direction) {
        var back = Math.max(0, Math.min(fromBack, kept));
        var uppermost = kept - back;
        var found =
                switch (direction) {
                    case OLDER -> upwards(uppermost - 1);
                    case NEWER -> downwards(uppermost + 1, kept + grid.rows());
                };
        if (found >= 0) {
            return OptionalInt.of(Math.max(0, kept - found));
        }
        var isShown = downwards(uppermost, uppermost + grid.rows()) >= 0;
        return isShown ? OptionalInt.of(back) : OptionalInt.empty();
    }

    private int upwards(int from) {
        for (var line = from; line >= 0; line--) {
            if (finder.isIn(glyphs(line))) {
                return line;
            }
        }
        return -1;
    }

    private int downwards(int from, int to) {
        for (var line = from; line < to; line++) {
            if (finder.isIn(glyphs(line))) {
                return line;
            }
        }
        return -1;
    }

    private Glyph[] glyphs(int line) {
        return line < kept ? grid.scrollback().line(line) : grid.glyphs(line - kept);
    }
}
