package org.pgpoollab.playback;

/** How a fact differs from the one before. The order is part of the file's format. */
enum FactChange {
    NONE,
    /** The same value was seen at a later time. */
    SEEN_AGAIN,
    SEEN,
    UNREACHABLE,
    UNKNOWN
}
