package org.pgpoollab.playback;

import java.time.Instant;

/** Converts times to milliseconds and back. The first and the last time that there is stand for themselves. */
final class FieldTime {

    private FieldTime() {}

    static long milliseconds(Instant time) {
        if (time.equals(Instant.MIN)) {
            return Long.MIN_VALUE;
        }
        return time.equals(Instant.MAX) ? Long.MAX_VALUE : time.toEpochMilli();
    }

    static Instant time(long milliseconds) {
        if (milliseconds == Long.MIN_VALUE) {
            return Instant.MIN;
        }
        return milliseconds == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(milliseconds);
    }
}
