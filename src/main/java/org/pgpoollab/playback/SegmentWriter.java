package org.pgpoollab.playback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;

/** Makes the bytes of one file of snapshots, piece by piece. Not thread-safe. */
final class SegmentWriter implements AutoCloseable {

    private final Lab lab;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private byte[] packed = new byte[4096];
    private SnapshotRecord before;
    private Instant groupBegan = Instant.MIN;
    private int inGroup;

    SegmentWriter(Lab lab) {
        this.lab = lab;
        this.before = SnapshotCodec.blank(lab);
    }

    /** Returns the bytes that come first. The lab is in them without its passwords. */
    byte[] head() {
        var text = LabFile.withoutSecrets(lab).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(SegmentFormat.HEAD_BYTES + text.length)
                .put(SegmentFormat.MAGIC)
                .put((byte) SegmentFormat.VERSION)
                .putInt(text.length)
                .putInt(SegmentFormat.checksum(text, 0, text.length))
                .put(text)
                .array();
    }

    /**
     * Returns the bytes of the next record.
     *
     * @param isChange whether it differs from the one before in something that people would call a change
     */
    byte[] record(SnapshotRecord record, boolean isChange) {
        var isWhole = isGroupFull(record.state().at());
        if (isWhole) {
            deflater.reset();
            before = SnapshotCodec.blank(lab);
            groupBegan = record.state().at();
            inGroup = 0;
        }
        var content = pack(SnapshotCodec.write(record, before));
        before = record;
        inGroup++;
        var flags = (isWhole ? SegmentFormat.WHOLE : 0) | (isChange ? SegmentFormat.CHANGE : 0);
        return ByteBuffer.allocate(SegmentFormat.RECORD_HEAD_BYTES + content.length)
                .put((byte) flags)
                .putLong(record.state().at().toEpochMilli())
                .putInt(content.length)
                .putInt(SegmentFormat.checksum(content, 0, content.length))
                .put(content)
                .array();
    }

    boolean isOf(Lab other) {
        return lab.equals(other);
    }

    private boolean isGroupFull(Instant at) {
        return inGroup == 0
                || inGroup >= SegmentFormat.RECORDS_OF_A_GROUP
                || Duration.between(groupBegan, at).compareTo(SegmentFormat.LONGEST_GROUP) >= 0;
    }

    private byte[] pack(byte[] plain) {
        deflater.setInput(plain);
        var size = 0;
        while (true) {
            size += deflater.deflate(packed, size, packed.length - size, Deflater.SYNC_FLUSH);
            if (size < packed.length) {
                return Arrays.copyOf(packed, size);
            }
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
