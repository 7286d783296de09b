package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.report.Sign;
import org.pgpoollab.topology.Node;

/** Shows on a node that it is broken on purpose, so that nobody looks for another cause. */
record FaultMark(ClusterState state, Node node) {

    /** {@code ○ standby ⊘} of one that is cut off; a cell of a node with which nothing was done stays as it is. */
    GridCell on(GridCell cell) {
        var marks = marks();
        return marks.isEmpty() ? cell : new GridCell(cell.text() + " " + sign(marks.get(0)), cell.meaning());
    }

    /** Of a node that is silent: {@code ‖ paused}, {@code ⊘ isolated}, {@code ✗ off}; else why it is silent, and since when. */
    GridCell instead(Observed<?> fact, GridCell silence) {
        var marks = marks();
        if (marks.isEmpty() || !fact.isUnreachable()) {
            return silence;
        }
        return new GridCell(sign(marks.get(0)).before(marks.get(0)), StyleRole.BAD);
    }

    private List<String> marks() {
        return state.faults().marks(node);
    }

    private static Sign sign(String mark) {
        if (mark.equals("off")) {
            return Sign.BAD;
        }
        return mark.endsWith("paused") ? Sign.PAUSED : Sign.BROKEN;
    }
}
