package org.pgpoollab.playback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/**
 * The form of a file of snapshots: a head with the lab, then records. Each record has its own head, which says when it was seen, how long it
 * is and its checksum, so that a file is indexed without being unpacked, and one that was cut off is read up to its last whole record.
 *
 * <p>The content of records is one deflate stream (RFC 1951), flushed after each, which begins anew at every record that is whole in itself;
 * those between say only what has changed.
 */
final class SegmentFormat {

    /** The version that this program writes, and the only one that it reads. */
    static final int VERSION = 2;

    static final byte[] MAGIC = "pgpool-lab snapshots\n".getBytes(StandardCharsets.US_ASCII);

    /** Version, length and checksum of the lab's text. */
    static final int HEAD_BYTES = MAGIC.length + 1 + 4 + 4;

    /** Flags, time, length and checksum. */
    static final int RECORD_HEAD_BYTES = 1 + 8 + 4 + 4;

    /** The record does not depend on the one before. */
    static final int WHOLE = 1;

    /** Something differs from the record before that people would call a change. */
    static final int CHANGE = 2;

    /** A longer record, packed or unpacked, is none. */
    static final int LONGEST_RECORD = 1 << 20;

    /** A longer text is no lab. */
    static final int LONGEST_LAB = 1 << 16;

    /** At least one record of so many is whole, so that no more have to be read to reach any. */
    static final int RECORDS_OF_A_GROUP = 60;

    static final Duration LONGEST_GROUP = Duration.ofMinutes(1);

    private SegmentFormat() {}

    static int checksum(byte[] bytes, int from, int length) {
        var sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
