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
 */
public record ScreenLayout(int columns, int rows, Area header, List<Placed> panes, Area prompt, Area keys) {

    static final int LEAST_COLUMNS = 50;
    static final int LEAST_ROWS = 12;

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
        var panes = new RowAllocation(view, high).shares();
        var placed = new ArrayList<Placed>();
        var row = 1;
        for (var share : panes) {
            placed.add(new Placed(share.pane(), new Area(1, row + 1, wide - 2, share.rows())));
            row += 1 + share.rows();
        }
        row += panes.isEmpty() ? 0 : 1;
        var prompt = new Area(0, row, wide, high - row - 1);
        return new ScreenLayout(wide, high, new Area(0, 0, wide, 1), placed, prompt, new Area(0, high - 1, wide, 1));
    }

    private static ScreenLayout small(int columns, int rows) {
        var header = rows > 1 ? new Area(0, 0, columns, 1) : Area.NOWHERE;
        var prompt = new Area(0, header.rows(), columns, rows - header.rows());
        return new ScreenLayout(columns, rows, header, List.of(), prompt, Area.NOWHERE);
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
