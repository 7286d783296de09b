package org.pgpoollab.repair;

/**
 * What is known about a node that does not answer.
 *
 * @param lives whether its server's process exists: then the server is frozen, or hangs
 * @param hasData whether there is a complete data directory
 * @param isStandby whether the data says that it would start as a standby
 * @param timeline the highest of which it has WAL; 0 without data
 * @param halfRewound whether a rewind of its data was begun and not finished: then it must not be started
 */
public record OfflineNode(boolean lives, boolean hasData, boolean isStandby, int timeline, boolean halfRewound) {

    public OfflineNode(boolean lives, boolean hasData, boolean isStandby, int timeline) {
        this(lives, hasData, isStandby, timeline, false);
    }

    /** A stopped node with a standby's data and no known problem. */
    public static final OfflineNode STOPPED_STANDBY = new OfflineNode(false, true, true, 1);

    /** Returns whether it would start as a primary. */
    public boolean isPrimary() {
        return hasData && !isStandby;
    }
}
