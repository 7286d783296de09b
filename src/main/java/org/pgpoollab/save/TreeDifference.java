package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How files differ from a copy of them that was made while they were changed. All paths are relative to the directory that holds them. It goes
 * by the time of the last change of a file's inode, because that changes whenever a file is written or renamed, and nobody can set it:
 * PostgreSQL renames old WAL segments to new ones, which keeps the time of their last write.
 *
 * @param changed files and links that have changed since the copy began, or are not in the copy
 * @param added directories that are not in the copy, each after those that contain it
 * @param gone what only the copy has, each after what it contains
 */
record TreeDifference(List<Path> changed, List<Path> added, List<Path> gone) {

    /** More than the distance of two moments that a file system may give the same time. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    TreeDifference {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        gone = List.copyOf(gone);
    }

    /**
     * Compares files and directories with their copy. What disappears meanwhile counts as gone.
     *
     * @param place the directory that holds them
     * @param entries their names there
     * @param copied all paths of the copy, see {@link #paths}
     * @param begun when the copy was begun, by the clock of the file system
     */
    static TreeDifference of(Path place, Collection<String> entries, Set<Path> copied, FileTime begun)
            throws IOException {
        var since = begun.toInstant().minus(MARGIN);
        var changed = new ArrayList<Path>();
        var added = new ArrayList<Path>();
        var there = visit(place, entries);
        there.forEach((path, attributes) -> {
            var isMissing = !copied.contains(path);
            if (attributes.isDirectory()) {
                if (isMissing) {
                    added.add(path);
                }
            } else if (isMissing || attributes.changed().toInstant().isAfter(since)) {
                changed.add(path);
            }
        });
        var gone = copied.stream()
                .filter(path -> !there.containsKey(path))
                .sorted(Comparator.reverseOrder())
                .toList();
        return new TreeDifference(changed, added, gone);
    }

    /** Returns all paths of files and directories, and of what is in them. */
    static Set<Path> paths(Path place, Collection<String> entries) throws IOException {
        return visit(place, entries).keySet();
    }

    /** @param changed the time of the last change of the inode */
    private record Found(boolean isDirectory, FileTime changed) {}

    private static Map<Path, Found> visit(Path place, Collection<String> entries) throws IOException {
        var found = new LinkedHashMap<Path, Found>();
        for (var entry : entries) {
            if (Files.exists(place.resolve(entry), LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(place.resolve(entry), new Collector(place, found));
            }
        }
        return found;
    }

    /** Collects everything, and leaves out what disappears meanwhile. */
    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path place;
        private final Map<Path, Found> found;

        Collector(Path place, Map<Path, Found> found) {
            this.place = place;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            found.put(place.relativize(directory), new Found(true, FileTime.fromMillis(0)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.endsWith(HeldServers.MARK)) {
                return FileVisitResult.CONTINUE;
            }
            try {
                var changed = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
                found.put(place.relativize(file), new Found(false, changed));
            } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
