package org.pgpoollab.command;

import org.pgpoollab.Exit;

/** One command, filled by picocli from what was typed; made anew for each time. Described by its annotations alone. */
public interface LabCommand {

    /** Runs it; what it found out goes to {@link CommandContext#output}. */
    Exit run(CommandContext context) throws InterruptedException;

    /** Whether it could change something in the lab or on this machine, as it was typed. */
    default boolean changes() {
        return false;
    }

    /** Whether two of its kind at a time would undo each other's work on the lab: it waits until it has the lab to itself. */
    default boolean needsLabAlone() {
        return changes();
    }
}
