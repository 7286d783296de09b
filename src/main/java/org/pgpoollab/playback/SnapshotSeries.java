package org.pgpoollab.playback;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.LabException;

/**
 * The snapshots of a lab in the order of time, packed: it takes little more memory than the files have bytes, and unpacks a few minutes at
 * a time. Several threads may use it.
 */
public final class SnapshotSeries {

    public static final SnapshotSeries NONE = new SnapshotSeries(List.of());

    /** So many groups are kept unpacked, the last used ones: a step back needs those of the minute before. */
    private static final int MOST_UNPACKED = 6;

    private final List<Place> places;
    private final List<Group> unpacked = new ArrayList<>();

    private record Place(Moment moment, Segment segment, int index) {}

    private record Group(Segment segment, int begin, List<SnapshotRecord> records) {}

    private SnapshotSeries(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /**
     * Indexes files of snapshots. One that holds none is left out if there are others.
     *
     * @param files the contents by their names
     * @throws LabException if none of the files can be read
     */
    public static SnapshotSeries of(Map<String, byte[]> files) {
        var places = new ArrayList<Place>();
        var problems = new ArrayList<LabException>();
        files.forEach((name, bytes) -> {
            try {
                add(Segment.of(name, bytes), places);
            } catch (LabException e) {
                problems.add(e);
            }
        });
        if (places.isEmpty() && !problems.isEmpty()) {
            throw problems.get(problems.size() - 1);
        }
        places.sort(Comparator.comparing(place -> place.moment().at()));
        return new SnapshotSeries(places);
    }

    private static void add(Segment segment, List<Place> places) {
        var moments = segment.moments();
        for (var index = 0; index < moments.size(); index++) {
            places.add(new Place(moments.get(index), segment, index));
        }
    }

    /** Returns when its snapshots were taken, in the order of time. */
    public List<Moment> moments() {
        return places.stream().map(Place::moment).toList();
    }

    /** Returns one snapshot. Nothing is known in one that was damaged in a way that its checksum does not show. */
    public synchronized SnapshotRecord record(int index) {
        var place = places.get(index);
        var begin = place.segment().groupOf(place.index());
        var records = group(place.segment(), begin).records();
        if (records.isEmpty()) {
            return SnapshotCodec.blank(place.segment().lab());
        }
        return records.get(Math.min(place.index() - begin, records.size() - 1));
    }

    /** Packs the snapshots of a span anew, as files by their names; {@link #of} reads them. */
    public Map<String, byte[]> packed(Instant from, Instant to) {
        var files = new LinkedHashMap<String, byte[]>();
        var pieces = new ArrayList<byte[]>();
        Optional<SegmentWriter> writer = Optional.empty();
        for (var index = 0; index < places.size(); index++) {
            var moment = places.get(index).moment();
            if (moment.at().isBefore(from) || moment.at().isAfter(to)) {
                continue;
            }
            var record = record(index);
            var lab = record.state().lab();
            if (writer.filter(open -> open.isOf(lab)).isEmpty()) {
                writer.ifPresent(SegmentWriter::close);
                end(pieces, files);
                writer = Optional.of(new SegmentWriter(lab));
                pieces.add(writer.orElseThrow().head());
            }
            pieces.add(writer.orElseThrow().record(record, moment.isChange()));
        }
        writer.ifPresent(SegmentWriter::close);
        end(pieces, files);
        return files;
    }

    private static void end(List<byte[]> pieces, Map<String, byte[]> files) {
        if (!pieces.isEmpty()) {
            var file = ByteBuffer.allocate(
                    pieces.stream().mapToInt(piece -> piece.length).sum());
            pieces.forEach(file::put);
            files.put((files.size() + 1) + ".snapshots", file.array());
            pieces.clear();
        }
    }

    private Group group(Segment segment, int begin) {
        var known = unpacked.stream()
                .filter(group -> group.segment().equals(segment) && group.begin() == begin)
                .findFirst()
                .orElseGet(() -> new Group(segment, begin, segment.group(begin)));
        unpacked.removeIf(group -> group.segment().equals(segment) && group.begin() == begin);
        unpacked.add(known);
        if (unpacked.size() > MOST_UNPACKED) {
            unpacked.remove(0);
        }
        return known;
    }
}
