package org.pgpoollab.playback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;

/**
 * One file of snapshots, indexed and not unpacked. What follows the last whole record is left out: a writer that was killed, or a full disk,
 * costs the record that was just being written. It never changes.
 */
final class Segment {

    private final Lab lab;
    private final byte[] bytes;
    private final List<RecordPlace> places;

    /** @param begin where the content begins in the file */
    private record RecordPlace(Moment moment, boolean isWhole, int begin, int length) {}

    private Segment(Lab lab, byte[] bytes, List<RecordPlace> places) {
        this.lab = lab;
        this.bytes = bytes;
        this.places = places;
    }

    /**
     * Indexes a file.
     *
     * @param name the file's name in problem messages
     * @throws LabException if it is no file of snapshots, or one of another version
     */
    static Segment of(String name, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var lab = head(name, in);
        return new Segment(lab, bytes, places(bytes, in));
    }

    private static Lab head(String name, ByteBuffer in) {
        if (in.remaining() < SegmentFormat.HEAD_BYTES || !isMagic(in)) {
            throw damaged(name, "it does not begin like one");
        }
        var version = in.get();
        if (version != SegmentFormat.VERSION) {
            throw LabException.failed(
                    name + " was written by " + (version > SegmentFormat.VERSION ? "a later" : "an earlier")
                            + " version of this program",
                    "its snapshots have format " + version + ", and this version reads format " + SegmentFormat.VERSION,
                    "replay it with that version");
        }
        var length = in.getInt();
        var sum = in.getInt();
        if (length < 0 || length > Math.min(SegmentFormat.LONGEST_LAB, in.remaining())) {
            throw damaged(name, "it ends before its lab");
        }
        var text = new byte[length];
        in.get(text);
        if (sum != SegmentFormat.checksum(text, 0, length)) {
            throw damaged(name, "the checksum of its lab is wrong");
        }
        return LabFile.recorded(name, new String(text, StandardCharsets.UTF_8));
    }

    private static boolean isMagic(ByteBuffer in) {
        var magic = new byte[SegmentFormat.MAGIC.length];
        in.get(magic);
        return Arrays.equals(magic, SegmentFormat.MAGIC);
    }

    private static LabException damaged(String name, String why) {
        return LabException.failed(name + " holds no snapshots", why, "replay another file");
    }

    private static List<RecordPlace> places(byte[] bytes, ByteBuffer in) {
        var places = new ArrayList<RecordPlace>();
        while (in.remaining() >= SegmentFormat.RECORD_HEAD_BYTES) {
            var flags = in.get();
            var at = in.getLong();
            var length = in.getInt();
            var sum = in.getInt();
            if (length < 0 || length > Math.min(SegmentFormat.LONGEST_RECORD, in.remaining())) {
                break;
            }
            if (sum != SegmentFormat.checksum(bytes, in.position(), length)) {
                break;
            }
            var isWhole = (flags & SegmentFormat.WHOLE) != 0;
            if (places.isEmpty() && !isWhole) {
                break;
            }
            var moment = new Moment(Instant.ofEpochMilli(at), (flags & SegmentFormat.CHANGE) != 0);
            places.add(new RecordPlace(moment, isWhole, in.position(), length));
            in.position(in.position() + length);
        }
        return List.copyOf(places);
    }

    Lab lab() {
        return lab;
    }

    /** Returns when its records were seen, in their order. */
    List<Moment> moments() {
        return places.stream().map(RecordPlace::moment).toList();
    }

    /** Returns the index of the record at which the group begins that a record is in. */
    int groupOf(int index) {
        var begin = index;
        while (!places.get(begin).isWhole()) {
            begin--;
        }
        return begin;
    }

    /**
     * Unpacks the records of the group that begins at an index. A record that cannot be read ends it.
     *
     * @return the records from the first one on; empty if not even that can be read
     */
    List<SnapshotRecord> group(int begin) {
        var records = new ArrayList<SnapshotRecord>();
        var before = SnapshotCodec.blank(lab);
        try (var unpacking = new Unpacking()) {
            for (var index = begin; index < places.size(); index++) {
                var place = places.get(index);
                if (index > begin && place.isWhole()) {
                    break;
                }
                before = SnapshotCodec.read(unpacking.next(bytes, place.begin(), place.length()), before);
                records.add(before);
            }
        } catch (DamagedSnapshotException e) {
            // Its checksum is right, so somebody made it so. What stands before it can be read.
        }
        return records;
    }
}
