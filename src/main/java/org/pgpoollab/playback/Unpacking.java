package org.pgpoollab.playback;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the records of one group, one after another. A record that unpacks to more than a snapshot can be is refused. */
final class Unpacking implements AutoCloseable {

    private final Inflater inflater = new Inflater(true);
    private byte[] plain = new byte[8192];

    byte[] next(byte[] packed, int begin, int length) {
        inflater.setInput(packed, begin, length);
        var size = 0;
        try {
            while (true) {
                size += inflater.inflate(plain, size, plain.length - size);
                if (size < plain.length) {
                    return Arrays.copyOf(plain, size);
                }
                if (size >= SegmentFormat.LONGEST_RECORD) {
                    throw new DamagedSnapshotException("a record is too large");
                }
                plain = Arrays.copyOf(plain, 2 * plain.length);
            }
        } catch (DataFormatException e) {
            throw new DamagedSnapshotException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
