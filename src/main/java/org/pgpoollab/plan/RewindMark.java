package org.pgpoollab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

/**
 * That a rewind of a node's data was begun and not ended: PostgreSQL would start from it and fail later. Written and removed by the
 * node's script {@code data.sh}.
 *
 * @param directory of the node, seen from outside
 */
record RewindMark(Path directory) {

    static RewindMark of(StepContext context, Node node) {
        return new RewindMark(context.engine().directory(node));
    }

    boolean isThere() {
        return Files.exists(file());
    }

    private Path file() {
        return directory.resolve("rewinding");
    }

    /** Whether what was there before the rewind is kept, so that it can be done again. */
    boolean hasCopy() {
        try {
            return Files.readString(file()).strip().equals("kept")
                    && Files.exists(directory.resolve("data.old/global/pg_control"));
        } catch (IOException none) {
            return false;
        }
    }

    /** The directory that tells what the node had: of a half rewound one that is the copy. */
    String data() {
        return isThere() && hasCopy() ? "data.old" : "data";
    }

    /** Of a server that runs: it is started only after a rewind, so that only the mark was left behind. */
    static void forgetOfRunning(StepContext context, Node node) {
        var file = of(context, node).file();
        FileChanges.change("the mark " + file + " cannot be removed", () -> Files.deleteIfExists(file));
    }

    static void refuseStart(StepContext context, Node node) {
        var mark = of(context, node);
        if (mark.isThere()) {
            throw LabException.failed(
                    node + " must not be started as it is",
                    "a rewind of its data was begun and not ended",
                    (mark.hasCopy() ? "rejoin " : "reclone ") + node);
        }
    }
}
