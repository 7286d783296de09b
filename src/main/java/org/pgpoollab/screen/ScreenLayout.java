package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.topology.Node;

/**
 * The position of every part on a screen of a given size: header, panes between borders, prompt, key bar. If there is not enough
 * room, panes are left out from the bottom. A very small screen shows only a status line and the prompt.
 *
 * @param panes the visible panes from top to bottom, each with the area between its borders
 * @param lesson the content of the lesson's pane beside the others; empty if it is not there
 */
public record ScreenLayout(
        int columns, int rows, Area header, List<Placed> panes, Area lesson, Area prompt, Area keys) {

    static final int LEAST_COLUMNS = 50;
    static final int LEAST_ROWS = 12;

    /** From this width on the lesson is beside the grid, which keeps 80 columns. */
    private static final int WIDE = 120;

    private static final int MOST_BESIDE = 60;

    /**
     * A pane and its position.
     *
     * @param area the content, without the title above it and the borders at its sides
     */
    public record Placed(GridPane pane, Area area) {}

    public ScreenLayout {
        panes = List.copyOf(panes);
    }

    /** Lays the view out. Sizes below 1 count as 1. */
    public static ScreenLayout of(ScreenView view, int columns, int rows) {
        var wide = Math.max(1, columns);
        var high = Math.max(1, rows);
        if (wide < LEAST_COLUMNS || high < LEAST_ROWS) {
            return small(wide, high);
        }
        var panes = new RowAllocation(view, PaneList.of(view, wide), high).shares();
        var beside = panes.isEmpty() ? 0 : besideColumns(view, wide);
        var placed = new ArrayList<Placed>();
        var row = 1;
        for (var share : panes) {
            placed.add(new Placed(share.pane(), new Area(1, row + 1, wide - beside - 2, share.rows())));
            row += 1 + share.rows();
        }
        row += panes.isEmpty() ? 0 : 1;
        var prompt = new Area(0, row, wide, high - row - 1);
        var lesson = beside == 0 ? Area.NOWHERE : new Area(wide - beside + 1, 2, beside - 2, row - 3);
        return new ScreenLayout(
                wide, high, new Area(0, 0, wide, 1), placed, lesson, prompt, new Area(0, high - 1, wide, 1));
    }

    /** Returns the columns of the lesson beside the grid with its borders; 0 if it is not shown, or not there. */
    static int besideColumns(ScreenView view, int columns) {
        return view.lesson().isShown() && columns >= WIDE ? Math.min(MOST_BESIDE, columns / 3) : 0;
    }

    /** Returns the area of the lesson, beside the grid or among its panes; empty if it is not shown. */
    public Area lessonArea() {
        return panes.stream()
                .filter(placed -> placed.pane() instanceof LessonPane)
                .map(Placed::area)
                .findFirst()
                .orElse(lesson);
    }

    /** Returns how far the text of the lesson can be scrolled. */
    public int mostLessonOffset(ScreenView view) {
        return panes.stream()
                .filter(placed -> placed.pane() instanceof LessonPane)
                .map(Placed::area)
                .findFirst()
                .map(area -> new LessonPane(true).mostOffset(view, area))
                .orElseGet(() -> new LessonPane(false).mostOffset(view, lesson));
    }

    /** Returns the columns of the panes with their borders. */
    int gridColumns() {
        return lesson.isEmpty() ? columns : lesson.column() - 1;
    }

    private static ScreenLayout small(int columns, int rows) {
        var header = rows > 1 ? new Area(0, 0, columns, 1) : Area.NOWHERE;
        var prompt = new Area(0, header.rows(), columns, rows - header.rows());
        return new ScreenLayout(columns, rows, header, List.of(), Area.NOWHERE, prompt, Area.NOWHERE);
    }

    public Area promptArea() {
        return prompt;
    }

    /** Returns the area of the events; empty if they are not shown. */
    public Area eventsArea() {
        return panes.stream()
                .filter(placed -> placed.pane() instanceof EventsPane)
                .map(Placed::area)
                .findFirst()
                .orElse(Area.NOWHERE);
    }

    /** Returns the node whose row is at this position. */
    public Optional<Node> nodeAt(ScreenView view, int column, int row) {
        return panes.stream()
                .filter(placed -> placed.area().contains(column, row))
                .findFirst()
                .flatMap(placed -> placed.pane()
                        .nodeAt(view, row - placed.area().row(), placed.area().rows()));
    }

    /** Returns the row of the border below the last pane. */
    int closingRow() {
        var last = panes.get(panes.size() - 1).area();
        return last.row() + last.rows();
    }
}
