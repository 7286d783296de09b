package org.pgpoollab.cluster;

import java.util.Optional;

/**
 * What a PostgreSQL node's files tell: why its server does not run, or gets no WAL.
 *
 * @param runs whether its process is there; then all but {@code system} and {@code stream} is empty
 * @param hasData whether there is a whole data directory
 * @param mode of the data directory, in octal: {@code 700}
 * @param system the {@code system_identifier} in {@code pg_control}
 * @param fatal why the server ended last by its log, with its detail; empty if it was stopped, or has started since
 * @param culprit the setting in {@code postgresql.auto.conf} that the log blames
 * @param rewind that of a rewind that was begun and not ended; empty if there was none
 * @param stream why it could not stream last by its log; empty if it has begun to stream since
 */
public record NodeFiles(
        boolean runs,
        boolean hasData,
        String mode,
        String system,
        String fatal,
        Optional<String> culprit,
        Optional<Rewind> rewind,
        String stream) {

    /** @param canBeDoneAgain whether what was there before it is kept */
    public record Rewind(boolean canBeDoneAgain) {}

    /** It runs, and nothing is known against it. */
    public static final NodeFiles RUNS = new NodeFiles(true, true, "", "", "", Optional.empty(), Optional.empty(), "");

    /** It was stopped, and would start again. */
    public static final NodeFiles STOPPED =
            new NodeFiles(false, true, "700", "", "", Optional.empty(), Optional.empty(), "");

    /** PostgreSQL refuses a data directory that others may read or write, see checkDataDir in miscinit.c. */
    public boolean isOpenToOthers() {
        return !runs && hasData && !mode.equals("700") && !mode.equals("750");
    }

    public boolean isWithoutData() {
        return !runs && !hasData;
    }

    /** Whether WAL that it needs is gone from whom it follows. */
    public boolean needsRemovedWal() {
        return stream.contains("has already been removed");
    }
}
