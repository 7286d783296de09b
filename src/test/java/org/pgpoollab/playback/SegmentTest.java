package org.pgpoollab.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;

class SegmentTest {

    private static final int RECORDS = 150;

    private final RandomSnapshots snapshots = new RandomSnapshots(7);
    private final List<SnapshotRecord> written = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final byte[] bytes = written();

    @Test
    void everyRecordIsReadWhicheverComesFirst() {
        var segment = Segment.of("a", bytes);

        assertEquals(RECORDS, segment.moments().size());
        for (var index = RECORDS - 1; index >= 0; index--) {
            assertEquals(written.get(index), record(segment, index));
        }
    }

    @Test
    void noMoreThanSixtyRecordsAreUnpackedToReachOne() {
        var segment = Segment.of("a", bytes);

        assertEquals(60, segment.groupOf(119));
        assertEquals(60, segment.group(60).size());
    }

    @Test
    void aFileThatWasCutOffIsReadUpToItsLastWholeRecord() {
        for (var length = ends.get(0); length < bytes.length; length += 97) {
            var cut = length;

            var segment = Segment.of("a", Arrays.copyOf(bytes, cut));

            var whole = ends.stream().filter(end -> end <= cut).count() - 1;
            assertEquals(whole, segment.moments().size());
            if (whole > 0) {
                assertEquals(written.get((int) whole - 1), record(segment, (int) whole - 1));
            }
        }
    }

    @Test
    void nothingAfterADamagedRecordIsRead() {
        var damaged = bytes.clone();
        damaged[ends.get(100) - 1] ^= 1;

        assertEquals(99, Segment.of("a", damaged).moments().size());
    }

    @Test
    void aFileOfALaterVersionIsRefusedWithItsVersion() {
        var later = bytes.clone();
        later[SegmentFormat.MAGIC.length] = SegmentFormat.VERSION + 1;

        var problem = assertThrows(LabException.class, () -> Segment.of("x.snapshots", later));

        assertEquals(
                "x.snapshots was written by a later version of this program",
                problem.problems().get(0).what());
    }

    @Test
    void aFileOfAnEarlierVersionIsRefusedToo() {
        var earlier = bytes.clone();
        earlier[SegmentFormat.MAGIC.length] = SegmentFormat.VERSION - 1;

        var problem = assertThrows(LabException.class, () -> Segment.of("x.snapshots", earlier));

        assertEquals(
                "x.snapshots was written by an earlier version of this program",
                problem.problems().get(0).what());
    }

    @Test
    void anotherFileIsRefused() {
        for (var other : List.of(new byte[0], "no".getBytes(StandardCharsets.UTF_8), new byte[1000])) {
            var problem = assertThrows(LabException.class, () -> Segment.of("x", other));

            assertEquals("x holds no snapshots", problem.problems().get(0).what());
        }
    }

    @Test
    void theLabIsThereAndItsPasswordsAreNot() {
        var segment = Segment.of("a", bytes);

        assertEquals(snapshots.lab(), segment.lab());
        assertEquals("", segment.lab().credentials().password());
    }

    @Test
    void aRecordThatUnpacksToMoreThanASnapshotEndsItsGroup() {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[100 << 20]);
        deflater.finish();
        var packed = new byte[SegmentFormat.LONGEST_RECORD];
        var length = deflater.deflate(packed);
        var bomb = ByteBuffer.allocate(ends.get(0) + SegmentFormat.RECORD_HEAD_BYTES + length)
                .put(bytes, 0, ends.get(0))
                .put((byte) SegmentFormat.WHOLE)
                .putLong(NOW.toEpochMilli())
                .putInt(length)
                .putInt(SegmentFormat.checksum(packed, 0, length))
                .put(packed, 0, length)
                .array();

        assertTrue(Segment.of("a", bomb).group(0).isEmpty());
        assertFalse(Segment.of("a", bytes).group(0).isEmpty());
    }

    private static SnapshotRecord record(Segment segment, int index) {
        var begin = segment.groupOf(index);
        return segment.group(begin).get(index - begin);
    }

    private byte[] written() {
        var out = new ByteArrayOutputStream();
        try (var writer = new SegmentWriter(snapshots.lab())) {
            out.writeBytes(writer.head());
            ends.add(out.size());
            var before = SnapshotCodec.blank(snapshots.lab());
            for (var index = 0; index < RECORDS; index++) {
                before = snapshots.next(before, NOW.plusMillis(index * 100L));
                written.add(before);
                out.writeBytes(writer.record(before, index % 7 == 0));
                ends.add(out.size());
            }
        }
        return out.toByteArray();
    }
}
