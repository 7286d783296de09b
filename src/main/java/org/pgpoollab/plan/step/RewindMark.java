package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.topology.Node;

/**
 * A file that marks an unfinished rewind of a node's data: PostgreSQL would start from such data and fail later. The node's script
 * {@code data.sh} writes and removes it.
 *
 * @param directory of the node, as a path on this machine
 */
public record RewindMark(Path directory) {

    public static RewindMark of(StepContext context, Node node) {
        return new RewindMark(context.engine().directory(node));
    }

    public boolean isThere() {
        return Files.exists(file());
    }

    private Path file() {
        return directory.resolve("rewinding");
    }

    /** Returns whether a copy of the data before the rewind is kept, so that the rewind can be repeated. */
    public boolean hasCopy() {
        return FilesProbe.rewind(directory) == NodeFiles.Rewind.CAN_BE_DONE_AGAIN;
    }

    /** Returns the directory that shows what the node had: the copy if the rewind is unfinished. */
    public String data() {
        return isThere() && hasCopy() ? "data.old" : "data";
    }

    /** Removes the mark of a server that runs: it is started only after a complete rewind, so only the mark was left. */
    static void forgetOfRunning(StepContext context, Node node) {
        var file = of(context, node).file();
        FileChanges.change("the mark " + file + " cannot be removed", () -> Files.deleteIfExists(file));
    }

    static void refuseStart(StepContext context, Node node) {
        var mark = of(context, node);
        if (mark.isThere()) {
            throw LabException.failed(
                    node + " must not be started as it is",
                    "a rewind of its data was started and not completed",
                    (mark.hasCopy() ? "rejoin " : "reclone ") + node);
        }
    }
}
