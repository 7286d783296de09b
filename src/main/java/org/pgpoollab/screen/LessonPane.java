package org.pgpoollab.screen;

import java.util.Optional;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/**
 * The pane with the current task of the lesson that is played. The view must show a lesson.
 *
 * @param isNarrow whether it has few rows, so that the title of the task is in the border
 */
record LessonPane(boolean isNarrow) implements GridPane {

    private static final int MARGIN = 1;
    private static final int FEW_ROWS = 2;
    private static final int MOST_GOAL_ROWS = 6;
    private static final int NARROW_COLUMNS = 76;
    private static final int TITLE_COLUMNS = ScreenLayout.LEAST_COLUMNS - 18;

    @Override
    public String title(ScreenView view) {
        var shown = view.lesson().view();
        var number = "Lesson · task " + shown.task() + " of " + shown.tasks();
        return isNarrow ? TextFit.to(number + " · " + shown.title(), TITLE_COLUMNS, view.theme()) : number;
    }

    @Override
    public String note(ScreenView view, int rows) {
        return "F5 hides";
    }

    @Override
    public StyleRole noteMeaning(ScreenView view) {
        return StyleRole.DIM;
    }

    @Override
    public int leastRows() {
        return FEW_ROWS;
    }

    @Override
    public int mostRows(ScreenView view) {
        return Math.max(
                FEW_ROWS,
                Math.min(
                        MOST_GOAL_ROWS,
                        LessonPaneLines.of(view.lesson().view(), NARROW_COLUMNS, Integer.MAX_VALUE, isNarrow)
                                .fixed()
                                .size()));
    }

    @Override
    public Optional<Node> nodeAt(ScreenView view, int row, int rows) {
        return Optional.empty();
    }

    int mostOffset(ScreenView view, Area area) {
        return area.isEmpty() ? 0 : lines(view, area.columns(), area.rows()).mostOffset(area.rows());
    }

    private LessonPaneLines lines(ScreenView view, int columns, int rows) {
        return LessonPaneLines.of(view.lesson().view(), columns - 2 * MARGIN, rows, isNarrow);
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        var theme = view.theme();
        var lines = lines(view, canvas.columns(), canvas.rows());
        var offset = view.lesson().offset();
        var row = 0;
        for (var line : lines.seen(canvas.rows(), offset)) {
            var text = TextFit.to(line.text(), canvas.columns() - 2 * MARGIN, theme);
            canvas.write(MARGIN, row++, text, theme.style(line.role()));
        }
        if (offset < lines.mostOffset(canvas.rows())) {
            var below = StatusSign.BELOW.symbol();
            canvas.write(canvas.columns() - 1, canvas.rows() - 1, theme.shown(below), theme.style(StyleRole.WARN));
        }
    }
}
