package org.pgpoollab.screen;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.topology.Node;

/** A pane with a heading and one row for each node. It shows as many rows as fit. */
abstract class NodesPane implements GridPane {

    private static final int HEADING = 1;

    abstract List<Node> nodes(ScreenView view);

    @Override
    public boolean isHeldWithGrid() {
        return true;
    }

    @Override
    public int leastRows() {
        return HEADING + 1;
    }

    @Override
    public int mostRows(ScreenView view) {
        return HEADING + nodes(view).size();
    }

    /** {@code ▲ 2 more  ▼ 3 more}. */
    @Override
    public String note(ScreenView view, int rows) {
        var above = top(view, rows);
        var below = nodes(view).size() - above - (rows - HEADING);
        var parts = new StringJoiner("  ");
        if (above > 0) {
            parts.add(StatusSign.WARNING.before(above + " more"));
        }
        if (below > 0) {
            parts.add(StatusSign.BELOW.before(below + " more"));
        }
        return parts.toString();
    }

    @Override
    public Optional<Node> nodeAt(ScreenView view, int row, int rows) {
        var index = top(view, rows) + row - HEADING;
        return row < HEADING || index >= nodes(view).size()
                ? Optional.empty()
                : Optional.of(nodes(view).get(index));
    }

    /** Returns the index of the first node shown: 0, or so many more that the selected node is visible. */
    final int top(ScreenView view, int rows) {
        var room = Math.max(1, rows - HEADING);
        return view.focus().selected().stream()
                .mapToInt(selected -> Math.max(0, nodes(view).indexOf(selected) - room + 1))
                .findFirst()
                .orElse(0);
    }
}
