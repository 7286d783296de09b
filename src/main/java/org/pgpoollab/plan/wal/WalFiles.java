package org.pgpoollab.plan.wal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.TimelineHistory;
import org.pgpoollab.repair.WalDifference;

/** Reads the WAL segment files of one node along the timelines that it has gone through, as files of this machine. */
final class WalFiles {

    private static final String SEGMENT = "[0-9A-F]{24}";

    /**
     * The size of a WAL page. If less than a page of the last segment is valid, the segment before is compared too, because a page header
     * alone proves nothing.
     */
    private static final long PAGE = 8192;

    private final Path directory;
    private final TimelineHistory history;
    private final long size;

    private WalFiles(Path directory, TimelineHistory history, long size) {
        this.directory = directory;
        this.history = history;
        this.size = size;
    }

    /**
     * Reads a data directory.
     *
     * @param timeline that the node is on
     */
    static WalFiles of(Path data, int timeline) {
        var directory = data.resolve("pg_wal");
        return new WalFiles(directory, history(directory, timeline), size(directory));
    }

    private static TimelineHistory history(Path directory, int timeline) {
        try {
            return TimelineHistory.of(
                    timeline, Files.readString(directory.resolve(String.format("%08X.history", timeline))));
        } catch (IOException firstTimelineHasNone) {
            return TimelineHistory.of(timeline, "");
        }
    }

    private static long size(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(SEGMENT))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    TimelineHistory history() {
        return history;
    }

    /** Returns the size of a segment in bytes; 0 if there is none. */
    long size() {
        return size;
    }

    /** Returns the name of the segment that contains this position; empty if the file is gone. */
    Optional<String> named(Lsn place, int timeline) {
        if (size == 0) {
            return Optional.empty();
        }
        var name = place.segment(timeline, size);
        return Files.exists(directory.resolve(name)) ? Optional.of(name) : Optional.empty();
    }

    /** Returns the last existing segment of a timeline; it may not have been written to yet. */
    Optional<String> last(int timeline) {
        return names().stream()
                .filter(name -> name.startsWith(String.format("%08X", timeline)))
                .reduce((one, later) -> later);
    }

    private List<String> names() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(SEGMENT))
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /**
     * Returns the segment that holds a timeline's WAL. If a later timeline begins in the middle of a segment, that timeline's file holds a
     * copy of the beginning.
     */
    private Optional<Path> file(long number, int timeline) {
        var place = new Lsn(number * size);
        return history.spans().stream()
                .filter(span -> span.timeline() >= timeline)
                .filter(span -> span.timeline() == timeline || span.begin().bytes() / size == number)
                .map(span -> directory.resolve(place.segment(span.timeline(), size)))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Compares the WAL of two nodes, byte by byte.
     *
     * @param span the timeline that both have gone through
     * @param end up to which the WAL of this node is valid
     */
    WalDifference compare(WalFiles other, TimelineHistory.Span span, Lsn end) {
        if (size == 0 || other.size != size) {
            return WalDifference.unknown("WAL files are missing");
        }
        if (end.compareTo(span.begin()) <= 0) {
            return WalDifference.NONE;
        }
        var last = (end.bytes() - 1) / size;
        var needed = end.bytes() - last * size < PAGE && last > span.begin().bytes() / size ? last - 1 : last;
        var compared = new TreeSet<Long>();
        for (var number : numbers(span.begin().bytes() / size, last)) {
            var mine = file(number, span.timeline());
            var theirs = other.file(number, span.timeline());
            if (mine.isPresent() && theirs.isPresent()) {
                var first = mismatch(mine.get(), theirs.get()).map(byteAt -> new Lsn(number * size + byteAt));
                if (first.filter(place -> place.compareTo(end) < 0).isPresent()) {
                    return WalDifference.at(first.get());
                }
                compared.add(number);
            } else if (mine.isPresent() && !other.reaches(number)) {
                return WalDifference.at(
                        new Lsn(Math.max(number * size, span.begin().bytes())));
            }
        }
        return compared.contains(last) && compared.contains(needed)
                ? WalDifference.NONE
                : WalDifference.unknown("the WAL files that would show it are gone");
    }

    private List<Long> numbers(long from, long to) {
        return names().stream()
                .map(this::number)
                .filter(number -> number >= from && number <= to)
                .distinct()
                .sorted()
                .toList();
    }

    private long number(String name) {
        return Long.parseLong(name.substring(8, 16), 16) * ((1L << 32) / size) + Long.parseLong(name.substring(16), 16);
    }

    private boolean reaches(long number) {
        return names().stream().anyMatch(name -> number(name) >= number);
    }

    private static Optional<Long> mismatch(Path one, Path other) {
        try {
            var place = Files.mismatch(one, other);
            return place < 0 ? Optional.empty() : Optional.of(place);
        } catch (IOException recycledMeanwhile) {
            return Optional.empty();
        }
    }
}
