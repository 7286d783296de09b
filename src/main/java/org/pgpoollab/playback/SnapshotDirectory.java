package org.pgpoollab.playback;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.FileMode;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;

/** The files of a lab's snapshots, each named by its first moment. The oldest are removed when all together become too large. */
public final class SnapshotDirectory {

    /** The size at which the next file is begun. */
    static final long FULL_AT_BYTES = 1 << 20;

    /** The most bytes of all files together, which is most of a day of a lab of three and three nodes under load. */
    static final long MOST_BYTES = 24 << 20;

    private static final int MOST_FILES = 500;

    /** Ordered by name is ordered by time. */
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String ENDING = ".snapshots";

    private final Path root;

    public SnapshotDirectory(Path root) {
        this.root = root;
    }

    /** Removes what is too old, and returns the path of a file that is begun at this moment. */
    Path next(Instant at) throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectory(root, FileMode.SECRET_DIRECTORY.attributes(root));
        }
        removeOldest();
        return root.resolve(NAME.format(at) + ENDING);
    }

    private void removeOldest() throws IOException {
        var files = new ArrayList<>(files());
        var bytes = FULL_AT_BYTES;
        for (var file : files) {
            bytes += Files.size(file);
        }
        while (!files.isEmpty() && (bytes > MOST_BYTES || files.size() >= MOST_FILES)) {
            var oldest = files.remove(0);
            bytes -= Files.size(oldest);
            Files.delete(oldest);
        }
    }

    /** Returns the files, the oldest first. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(root, "*" + ENDING)) {
            found.forEach(files::add);
        }
        files.sort(Comparator.comparing(Path::getFileName));
        return files;
    }

    /**
     * Reads all snapshots; none if there are none. Files that hold none, as one that a killed writer had just created, are left out.
     *
     * @throws LabException if the files cannot be read, or the newest was written by a later version
     */
    public SnapshotSeries read() {
        try {
            var contents = new LinkedHashMap<String, byte[]>();
            for (var file : files()) {
                contents.put(file.getFileName().toString(), bytes(file));
            }
            return SnapshotSeries.of(contents);
        } catch (IOException e) {
            throw LabException.failed("the snapshots in " + root + " cannot be read", Reason.of(e), "");
        }
    }

    /** Reads a file that may still grow, or that damage has made large. */
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes((int) (2 * FULL_AT_BYTES + SegmentFormat.LONGEST_RECORD));
        }
    }
}
