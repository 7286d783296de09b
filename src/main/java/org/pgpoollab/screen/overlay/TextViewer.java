package org.pgpoollab.screen.overlay;

import java.util.List;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Picture;

/**
 * A text in a box over the screen, scrolled by lines. The number of lines depends on the width, so every offset is limited when it
 * is used: a caller may add a page without checking.
 */
public final class TextViewer {

    /** The columns that the box adds to its footer: corners and spaces. */
    private static final int FOOT_MARGIN = 6;

    private final String title;
    private final List<DetailLine> lines;

    TextViewer(String title, List<DetailLine> lines) {
        this.title = title;
        this.lines = List.copyOf(lines);
    }

    /** Returns the largest useful offset in a box of this size: 0 if the whole text is visible. */
    public int furthest(int columns, int rows, OverlayStyles styles) {
        return Math.max(0, wrapped(columns, rows, styles).size() - BoxFrame.innerRows(columns, rows));
    }

    /** Returns how many lines a page scrolls. One line of the previous page stays visible. */
    public int page(int columns, int rows) {
        return Math.max(1, BoxFrame.innerRows(columns, rows) - 1);
    }

    /**
     * Draws as much as fits, in a box no larger than its text.
     *
     * @param columns the maximum width
     * @param rows the maximum height
     * @param offset how many lines are scrolled away; larger values than the furthest offset count as that
     */
    public Picture picture(int columns, int rows, int offset, OverlayStyles styles) {
        var all = wrapped(columns, rows, styles);
        var first = Math.max(0, Math.min(offset, furthest(columns, rows, styles)));
        var canvas = new Canvas(width(all, columns, rows), height(all, columns, rows));
        var last = Math.min(all.size(), first + BoxFrame.innerRows(columns, rows));
        var foot = foot(first, last, all.size(), canvas.columns());
        var inside = BoxFrame.paint(canvas, title, foot, styles);
        for (var row = 0; row < last - first; row++) {
            all.get(first + row).paint(inside, row, styles);
        }
        return canvas.picture();
    }

    /** Computes the width from all lines, so that the box keeps its size while the text scrolls. */
    private static int width(List<DetailLine> all, int columns, int rows) {
        if (!BoxFrame.hasRoom(columns, rows)) {
            return columns;
        }
        var widest = all.stream().mapToInt(DetailLine::width).max().orElse(0);
        return BoxFrame.outerColumns(Math.max(widest, Math.min(40, columns - 4)), columns);
    }

    private static int height(List<DetailLine> all, int columns, int rows) {
        return BoxFrame.hasRoom(columns, rows) ? BoxFrame.outerRows(Math.max(2, all.size()), rows) : rows;
    }

    private static String foot(int first, int last, int size, int columns) {
        if (first == 0 && last == size) {
            return "Esc closes";
        }
        var place = (first + 1) + "-" + last + " of " + size;
        var words = place + (last < size ? ", PgDn" : ", PgUp") + ", Esc closes";
        return words.length() + FOOT_MARGIN <= columns ? words : place;
    }

    private List<DetailLine> wrapped(int columns, int rows, OverlayStyles styles) {
        var inside = Math.max(1, BoxFrame.innerColumns(columns, rows));
        return lines.stream()
                .flatMap(line -> line.visible(styles).wrapped(inside).stream())
                .toList();
    }
}
