package org.pgpoollab.playback;

/** How a fact differs from the one before. */
enum FactChange {
    NONE(0),
    /** The same value was seen at a later time. */
    SEEN_AGAIN(1),
    SEEN(2),
    UNREACHABLE(3),
    UNKNOWN(4);

    private final int code;

    FactChange(int code) {
        this.code = code;
    }

    /** Returns the number that stands for it in a file. */
    int code() {
        return code;
    }

    /** @throws DamagedSnapshotException if no kind of change has this number */
    static FactChange of(long code) {
        for (var change : values()) {
            if (change.code == code) {
                return change;
            }
        }
        throw new DamagedSnapshotException("an unknown kind of change");
    }
}
