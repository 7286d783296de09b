package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.topology.Node;

/** Marks a node on which a fault was injected, so that the user does not look for another cause. */
record FaultMark(ClusterState state, Node node) {

    /** Adds the fault's sign to the cell, {@code ○ standby ⊘} for an isolated standby. Without a fault the cell is unchanged. */
    GridCell on(GridCell cell) {
        var marks = marks();
        return marks.isEmpty() ? cell : new GridCell(cell.text() + " " + sign(marks.get(0)), cell.meaning());
    }

    /**
     * Returns the cell of a silent node: the fault if there is one ({@code ‖ paused}, {@code ⊘ isolated}, {@code ✗ off}), else
     * {@code silence}.
     */
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

    private static StatusSign sign(String mark) {
        if (mark.equals("off")) {
            return StatusSign.BAD;
        }
        return mark.endsWith("paused") ? StatusSign.PAUSED : StatusSign.BROKEN;
    }
}
