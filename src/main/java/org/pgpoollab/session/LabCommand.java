package org.pgpoollab.session;

import org.pgpoollab.Exit;

/** One command, filled by picocli from what was typed. A new object is made for each run. Its annotations describe it. */
public interface LabCommand {

    /** Runs the command and writes its results to {@link CommandContext#output}. */
    Exit run(CommandContext context) throws InterruptedException;

    /** Whether the command, with the options as typed, could change the lab or this machine. */
    default boolean changes() {
        return false;
    }

    /** Whether the command waits until no other command changes the lab, because two at a time would undo each other's work. */
    default boolean needsLabAlone() {
        return changes();
    }
}
