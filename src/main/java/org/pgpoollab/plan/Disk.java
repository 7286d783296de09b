package org.pgpoollab.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** Changes files, and tells a full disk from other trouble. */
final class Disk {

    interface Change {
        void make() throws IOException;
    }

    private static final Duration COPY_LIMIT = Duration.ofMinutes(3);

    private Disk() {}

    static void change(String what, Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw failure(what, String.valueOf(e.getMessage()));
        }
    }

    /** Copies a directory with its modes; holes in files stay holes, and where the file system can, blocks are shared. */
    static void copy(Shell shell, Path from, Path to) {
        var ended = shell.run(
                Command.of("cp", "-a", "--sparse=always", "--reflink=auto", "--", from.toString(), to.toString())
                        .within(COPY_LIMIT));
        if (!ended.succeeded()) {
            throw failure("the data could not be copied to " + to, ended.lastWords());
        }
    }

    static LabException failure(String what, String why) {
        var full = why.contains("No space left") || why.contains("Disk quota");
        return LabException.failed(
                what, why, full ? "free some space, or set XDG_STATE_HOME to a place with some" : "");
    }
}
