package org.pgpoollab.output;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.Problem;

/**
 * Thrown when standard output cannot be written any more. If its reader is gone, as after {@code | head -1}, the command ends silently; if
 * it has no room, as on a full disk, the command fails.
 */
public final class OutputClosed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason why the output cannot be written; empty if its reader is gone */
    OutputClosed(String reason) {
        super("standard output cannot be written: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Reports the failure, if it is one, and returns how the command ends. */
    public Exit reportedTo(Output output) {
        if (reason.isEmpty()) {
            return Exit.DONE;
        }
        output.problems(List.of(
                new Problem("the output could not be written", reason, "write it to a file or a pipe that takes it")));
        return Exit.FAILED;
    }
}
