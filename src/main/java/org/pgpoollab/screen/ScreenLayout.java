package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.topology.Node;

/**
 * Where everything stands on a screen of a given size: header, panes between borders, prompt, keys. Where there is not room for all
 * of it, panes are left out from the bottom; on a very small screen only a line of status and the prompt are left.
 *
 * @param panes those that are shown, from top to bottom, each with what is between its borders
 */
public record ScreenLayout(int columns, int rows, Area header, List<Placed> panes, Area prompt, Area keys) {

    static final int LEAST_COLUMNS = 50;
    static final int LEAST_ROWS = 12;

    /** @param area without the title above it and the borders at its sides */
    public record Placed(GridPane pane, Area area) {}

    public ScreenLayout {
        panes = List.copyOf(panes);
    }

    /** A size that is not above 0 counts as 1. */
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

    /** Where the events stand; empty if they are not shown. */
    public Area eventsArea() {
        return panes.stream()
                .filter(placed -> placed.pane() instanceof EventsPane)
                .map(Placed::area)
                .findFirst()
                .orElse(Area.NOWHERE);
    }

    /** The node whose row is there. */
    public Optional<Node> nodeAt(ScreenView view, int column, int row) {
        return panes.stream()
                .filter(placed -> placed.area().contains(column, row))
                .findFirst()
                .flatMap(placed -> placed.pane()
                        .nodeAt(view, row - placed.area().row(), placed.area().rows()));
    }

    /** The row of the border that closes the panes. */
    int closingRow() {
        var last = panes.get(panes.size() - 1).area();
        return last.row() + last.rows();
    }
}
