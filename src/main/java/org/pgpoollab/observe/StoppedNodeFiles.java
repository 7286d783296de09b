package org.pgpoollab.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Adds what the files of a stopped PostgreSQL server show to a failure reason: they decide how the server may start again. */
final class StoppedNodeFiles {

    private StoppedNodeFiles() {}

    /** Returns the reason of a failed probe, followed by what the files show. */
    static String explained(String reason, Node node, Engine engine) {
        if (engine.isAlive(node, Server.POSTGRES)) {
            return reason;
        }
        var note = note(engine.directory(node).resolve("data"));
        return note.isEmpty() ? reason : reason + "; " + note;
    }

    /**
     * Returns a note on the data directory; empty if it is that of a standby. A base backup copies the control file last, so an interrupted
     * copy has none.
     */
    private static String note(Path data) {
        if (!Files.exists(data.resolve("global/pg_control"))) {
            return PostgresNode.NO_DATA;
        }
        return Files.exists(data.resolve("standby.signal")) ? "" : PostgresNode.WOULD_LEAD;
    }
}
