package org.pgpoollab.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Node;

/** What the files of a server that does not run say: they decide how it may come back. */
final class StoppedNodeFiles {

    private StoppedNodeFiles() {}

    /** The reason of a silence, and what is known besides. */
    static String explained(String reason, Node node, Engine engine) {
        if (Server.POSTGRES.runsOn(node, engine)) {
            return reason;
        }
        var note = note(engine.directory(node).resolve("data"));
        return note.isEmpty() ? reason : reason + "; " + note;
    }

    /** A copy that was interrupted has no control file: it comes last. */
    private static String note(Path data) {
        if (!Files.exists(data.resolve("global/pg_control"))) {
            return PostgresNode.NO_DATA;
        }
        return Files.exists(data.resolve("standby.signal")) ? "" : PostgresNode.WOULD_LEAD;
    }
}
