package org.pgpoollab.screen;

import java.util.Optional;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/**
 * The pane with the current task of the lesson that is played. The view must show a lesson.
 *
 * @param isNarrow whether it has few rows
 */
record LessonPane(boolean isNarrow) implements GridPane {

    static final String SCROLL = "Alt-I/Alt-M scroll";
    private static final String HIDE = "F5 hides";
    private static final int MARGIN = 1;
    private static final int FEW_ROWS = 2;
    private static final int USUAL_ROWS = 4;
    private static final int MOST_FIXED_ROWS = 6;
    private static final int NARROW_COLUMNS = 76;

    @Override
    public String title(ScreenView view) {
        var shown = view.lesson().view();
        var number = "Lesson · task " + shown.task() + " of " + shown.tasks();
        var met = shown.goals().stream().filter(GoalStatus::isMet).count();
        return isNarrow && !shown.goals().isEmpty()
                ? number + " · " + met + " of " + shown.goals().size() + " goals"
                : number;
    }

    @Override
    public String note(ScreenView view, int rows) {
        return isNarrow ? SCROLL + " · " + HIDE : HIDE;
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
                USUAL_ROWS,
                Math.min(
                        MOST_FIXED_ROWS, LessonPaneLines.leastRows(view.lesson().view(), NARROW_COLUMNS, isNarrow)));
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
            line.paint(canvas, MARGIN, row++, theme);
        }
        if (offset < lines.mostOffset(canvas.rows())) {
            var below = StatusSign.BELOW.symbol();
            canvas.write(canvas.columns() - 1, canvas.rows() - 1, theme.shown(below), theme.style(StyleRole.WARN));
        }
    }
}
