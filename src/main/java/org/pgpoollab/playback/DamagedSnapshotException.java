package org.pgpoollab.playback;

/** What was read is no snapshot: the file is damaged, or was made to look like one. */
final class DamagedSnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedSnapshotException(String message) {
        super(message);
    }
}
