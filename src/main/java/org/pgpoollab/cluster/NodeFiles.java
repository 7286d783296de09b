package org.pgpoollab.cluster;

/**
 * The facts from a PostgreSQL node's files that explain why its server does not run, or receives no WAL.
 *
 * @param runs whether its process exists; then all but {@code system}, {@code stream}, {@code history}, {@code stops} and {@code room} is empty
 * @param hasData whether there is a complete data directory
 * @param mode of the data directory, in octal: {@code 700}
 * @param system the {@code system_identifier} in {@code pg_control}
 * @param fatal why the server ended last by its log, with its detail; empty if it was stopped, or has started since
 * @param culprit the setting in {@code postgresql.auto.conf} that the log names as the reason; empty if it names none
 * @param rewind whether a rewind was begun and not finished
 * @param stream why it last failed to stream by its log; empty if it has begun to stream since
 * @param history the newest timeline history among its WAL; that of timeline 1 if there is none
 * @param replayed up to where a stopped standby has replayed WAL; nothing of other nodes
 * @param stops whether its process was asked to shut down and has not ended, see postmaster.pid
 * @param room free bytes where the node keeps its WAL; {@link ObservationContext#ENOUGH} if that is not known
 */
public record NodeFiles(
        boolean runs,
        boolean hasData,
        String mode,
        String system,
        String fatal,
        String culprit,
        Rewind rewind,
        String stream,
        TimelineHistory history,
        Replayed replayed,
        boolean stops,
        long room) {

    /**
     * Up to where a stopped standby has replayed WAL at least, by its control file.
     *
     * @param timeline 0 if nothing is known
     * @param isAll whether it has replayed no more, because it was shut down; one that was killed may have
     */
    public record Replayed(int timeline, Lsn end, boolean isAll) {

        public static final Replayed UNKNOWN = new Replayed(0, Lsn.INVALID, false);
    }

    private static final TimelineHistory FIRST_TIMELINE = TimelineHistory.of(1, "");

    /** Creates the facts of a node that has never changed its timeline and was not asked to shut down. */
    public NodeFiles(
            boolean runs,
            boolean hasData,
            String mode,
            String system,
            String fatal,
            String culprit,
            Rewind rewind,
            String stream) {
        this(
                runs,
                hasData,
                mode,
                system,
                fatal,
                culprit,
                rewind,
                stream,
                FIRST_TIMELINE,
                Replayed.UNKNOWN,
                false,
                ObservationContext.ENOUGH);
    }

    /** A rewind that was begun and not finished. */
    public enum Rewind {
        NONE,
        /** The data from before the rewind is kept. */
        CAN_BE_DONE_AGAIN,
        CANNOT_BE_DONE_AGAIN
    }

    /** A node that runs and has no known problem. */
    public static final NodeFiles RUNS = new NodeFiles(true, true, "", "", "", "", Rewind.NONE, "");

    /** Returns these files with another timeline history. */
    public NodeFiles with(TimelineHistory other) {
        return new NodeFiles(runs, hasData, mode, system, fatal, culprit, rewind, stream, other, replayed, stops, room);
    }

    /** Returns these files with another end of the WAL that was replayed. */
    public NodeFiles with(Replayed other) {
        return new NodeFiles(runs, hasData, mode, system, fatal, culprit, rewind, stream, history, other, stops, room);
    }

    /** Returns these files with other room. */
    public NodeFiles with(long free) {
        return new NodeFiles(
                runs, hasData, mode, system, fatal, culprit, rewind, stream, history, replayed, stops, free);
    }

    /** A node that was stopped and can be started. */
    public static final NodeFiles STOPPED = new NodeFiles(false, true, "700", "", "", "", Rewind.NONE, "");

    /** Returns whether others may access the data directory, which PostgreSQL refuses, see checkDataDir in miscinit.c. */
    public boolean isOpenToOthers() {
        return !runs && hasData && !mode.equals("700") && !mode.equals("750");
    }

    public boolean isWithoutData() {
        return !runs && !hasData;
    }

    /** Returns whether WAL that it needs was removed from its upstream. */
    public boolean needsRemovedWal() {
        return stream.contains("has already been removed");
    }
}
