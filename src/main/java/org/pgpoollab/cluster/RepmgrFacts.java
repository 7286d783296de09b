package org.pgpoollab.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What {@code repmgr.nodes} says, as it is stored on one node, and whether that node's repmgrd runs.
 *
 * @param daemonPaused whether it was told to watch only, by {@code repmgr service pause}
 */
public record RepmgrFacts(boolean daemonRunning, boolean daemonPaused, List<Row> rows) {

    /**
     * @param type {@code primary} or {@code standby}
     * @param upstream the name of the node it follows; empty for a primary
     */
    public record Row(int id, String name, String type, boolean active, String upstream) {}

    public RepmgrFacts {
        rows = List.copyOf(rows);
    }

    /** Whether this node's repmgrd would promote it. */
    /** It runs, and was told to promote nobody. */
    public boolean isDaemonPaused() {
        return daemonRunning && daemonPaused;
    }

    public boolean mayPromote() {
        return daemonRunning && !daemonPaused;
    }

    public Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
