package org.pgpoollab.screen;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.pgpoollab.report.Sign;
import org.pgpoollab.topology.Node;

/** A pane with a heading and a row for each of some nodes, of which it shows as many as it has room for. */
abstract class NodesPane implements GridPane {

    private static final int HEADING = 1;

    abstract List<Node> nodes(ScreenView view);

    /** How far the user has scrolled. */
    abstract int scrolled(ScreenView view);

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
            parts.add(Sign.WARNING.before(above + " more"));
        }
        if (below > 0) {
            parts.add(Sign.BELOW.before(below + " more"));
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

    /** The first node shown: as far down as was scrolled, but so that no row is left empty and the selected node is in sight. */
    final int top(ScreenView view, int rows) {
        var nodes = nodes(view);
        var room = Math.max(1, rows - HEADING);
        var top = Math.min(scrolled(view), Math.max(0, nodes.size() - room));
        for (var selected : view.focus().selected()) {
            var index = nodes.indexOf(selected);
            if (index >= 0) {
                top = Math.max(index - room + 1, Math.min(top, index));
            }
        }
        return top;
    }
}
