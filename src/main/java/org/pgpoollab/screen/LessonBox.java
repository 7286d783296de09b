package org.pgpoollab.screen;

import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;

/**
 * The lesson with its own border, beside the grid.
 *
 * @param area what is inside the border
 */
record LessonBox(ScreenView view, Area area) {

    private static final GridPane PANE = new LessonPane(false);

    void paint(Canvas canvas) {
        var theme = view.theme();
        var border = theme.style(StyleRole.BORDER);
        rule(canvas, area.row() - 1, "┌", "┐");
        rule(canvas, area.row() + area.rows(), "└", "┘");
        for (var row = area.row(); row < area.row() + area.rows(); row++) {
            canvas.write(area.column() - 1, row, theme.shown("│"), border);
            canvas.write(area.column() + area.columns(), row, theme.shown("│"), border);
        }
        title(canvas);
        bottom(canvas);
        PANE.paint(view, canvas.part(area.column(), area.row(), area.columns(), area.rows()));
    }

    private void rule(Canvas canvas, int row, String left, String right) {
        var theme = view.theme();
        var line = theme.shown(left) + theme.shown("─").repeat(area.columns()) + theme.shown(right);
        canvas.write(area.column() - 1, row, line, theme.style(StyleRole.BORDER));
    }

    /** Names the keys that scroll, if there is more than is seen. */
    private void bottom(Canvas canvas) {
        if (new LessonPane(false).mostOffset(view, area) > 0) {
            var text = " " + view.theme().shown(LessonPane.SCROLL) + " ";
            var begin = area.column() + area.columns() - 1 - DisplayWidth.of(text);
            canvas.write(begin, area.row() + area.rows(), text, view.theme().style(StyleRole.DIM));
        }
    }

    private void title(Canvas canvas) {
        var theme = view.theme();
        var row = area.row() - 1;
        var note = " " + theme.shown(PANE.note(view, area.rows())) + " ";
        canvas.write(area.column() + 1, row, " " + theme.shown(PANE.title(view)) + " ", theme.style(StyleRole.TITLE));
        var begin = area.column() + area.columns() - 1 - DisplayWidth.of(note);
        canvas.write(begin, row, note, theme.style(PANE.noteMeaning(view)));
    }
}
