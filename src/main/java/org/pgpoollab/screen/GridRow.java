package org.pgpoollab.screen;

import org.pgpoollab.topology.Node;

/** A row of a grid: one node. */
interface GridRow {

    Node node();

    /** Whether there is a lab; if not, a row shows no more than who would be there. */
    boolean isRunning();

    /** What a column shows of a node that is not there. */
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
