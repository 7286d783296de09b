package org.pgpoollab.screen;

import org.pgpoollab.topology.Node;

/** A row of a grid, which shows one node. */
interface GridRow {

    Node node();

    /** Tells whether the lab is running. If not, the row shows only the node's name. */
    boolean isRunning();

    /** Returns the cell of a column for a node that is not running. */
    default GridCell asleep(String fact) {
        return switch (fact) {
            case TrackedFact.NAME -> GridCell.dim(node().name());
            case TrackedFact.SAYS, TrackedFact.WATCHDOG -> GridCell.dim("· not running");
            default -> GridCell.BLANK;
        };
    }

    default GridCell name() {
        return GridCell.text(node());
    }
}
