package org.pgpoollab.screen.overlay;

import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;

/**
 * Draws a box with a title above and a footer below. A title or footer that does not fit is cut or left out, and a box that is too
 * small has no frame.
 */
final class BoxFrame {

    private static final int SMALLEST_WIDTH = 12;
    private static final int SMALLEST_HEIGHT = 4;

    /** The columns that a frame takes, including one empty column on either side. */
    private static final int ACROSS = 4;

    private static final int DOWN = 2;

    /** The minimum free columns beside the box, left and right together. */
    private static final int LEAST_MARGINS = 6;

    private BoxFrame() {}

    static boolean hasRoom(int columns, int rows) {
        return columns >= SMALLEST_WIDTH && rows >= SMALLEST_HEIGHT;
    }

    /** Returns how many columns are inside a box of this size. */
    static int innerColumns(int columns, int rows) {
        return hasRoom(columns, rows) ? columns - ACROSS : columns;
    }

    static int innerRows(int columns, int rows) {
        return hasRoom(columns, rows) ? rows - DOWN : rows;
    }

    /**
     * Returns the width of a box around {@code inner} columns, at most {@code most}. The box can be centred, and it takes the full
     * width if only a narrow margin would remain.
     */
    static int outerColumns(int inner, int most) {
        var outer = inner + ACROSS;
        if (most - outer < LEAST_MARGINS) {
            return most;
        }
        return outer + (most - outer) % 2;
    }

    static int outerRows(int inner, int most) {
        return Math.min(most, inner + DOWN);
    }

    /** Paints the frame and returns the canvas inside it. */
    static Canvas paint(Canvas canvas, String title, String foot, OverlayStyles styles) {
        canvas.fill(styles.normal());
        var columns = canvas.columns();
        var rows = canvas.rows();
        if (!hasRoom(columns, rows)) {
            return canvas;
        }
        var strokes = styles.ascii() ? "+-++|+" : "┌─┐└│┘";
        edge(canvas, 0, strokes.charAt(0), strokes.charAt(1), strokes.charAt(2), styles);
        edge(canvas, rows - 1, strokes.charAt(3), strokes.charAt(1), strokes.charAt(5), styles);
        for (var row = 1; row < rows - 1; row++) {
            canvas.write(0, row, strokes.substring(4, 5), styles.border());
            canvas.write(columns - 1, row, strokes.substring(4, 5), styles.border());
        }
        var shown = styles.shown(title);
        canvas.part(1, 0, columns - 2, 1).write(0, 0, " " + shown + " ", styles.title());
        var footer = " " + styles.shown(foot) + " ";
        if (!foot.isEmpty() && DisplayWidth.of(footer) <= columns - ACROSS) {
            canvas.write(columns - 2 - DisplayWidth.of(footer), rows - 1, footer, styles.dim());
        }
        return canvas.part(2, 1, columns - ACROSS, rows - DOWN);
    }

    private static void edge(Canvas canvas, int row, char left, char line, char right, OverlayStyles styles) {
        var strokes = left + String.valueOf(line).repeat(canvas.columns() - 2) + right;
        canvas.write(0, row, strokes, styles.border());
    }
}
