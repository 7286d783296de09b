package org.pgpoollab.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The content of {@code repmgr.nodes} as stored on one node, and whether that node's repmgrd runs.
 *
 * @param daemonPaused whether {@code repmgr service pause} has told it to monitor only
 */
public record RepmgrFacts(boolean daemonRunning, boolean daemonPaused, List<Row> rows) {

    /**
     * @param upstream the name of the node that it follows; empty for a primary
     */
    public record Row(int id, String name, ReplicationRole type, boolean active, String upstream) {

        public boolean isPrimary() {
            return type == ReplicationRole.PRIMARY;
        }

        public boolean isStandby() {
            return type == ReplicationRole.STANDBY;
        }
    }

    public RepmgrFacts {
        rows = List.copyOf(rows);
    }

    /** Returns whether repmgrd runs and is paused, so that it promotes no node. */
    public boolean isDaemonPaused() {
        return daemonRunning && daemonPaused;
    }

    /** Returns whether this node's repmgrd would promote it. */
    public boolean mayPromote() {
        return daemonRunning && !daemonPaused;
    }

    public Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
