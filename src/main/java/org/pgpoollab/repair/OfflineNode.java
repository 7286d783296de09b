package org.pgpoollab.repair;

/**
 * What can be found out about a node that does not answer.
 *
 * @param lives whether its server's process is there: then it is frozen, or hangs
 * @param hasData whether there is a whole data directory
 * @param isStandby whether the data says that it would start as a standby
 * @param timeline the highest of which it has WAL; 0 without data
 * @param halfRewound whether a rewind of its data was begun and not ended: it must not be started
 */
public record OfflineNode(boolean lives, boolean hasData, boolean isStandby, int timeline, boolean halfRewound) {

    public OfflineNode(boolean lives, boolean hasData, boolean isStandby, int timeline) {
        this(lives, hasData, isStandby, timeline, false);
    }

    /** Nothing known against it: it is off, and has a standby's data. */
    public static final OfflineNode STOPPED_STANDBY = new OfflineNode(false, true, true, 1);

    /** Whether it would start as a primary. */
    public boolean isPrimary() {
        return hasData && !isStandby;
    }
}
