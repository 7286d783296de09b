package org.pgpoollab.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.ProcessShell;

class TreeCopyTest {

    /** A copy that was begun before anything was made, so that everything has changed since. */
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    /** A copy that was begun after everything was made. */
    private final FileTime later = FileTime.from(Instant.now().plus(Duration.ofDays(1)));

    @TempDir
    private Path place;

    private Path source;
    private Path copy;
    private TreeCopy copying;

    @BeforeEach
    void aDirectory() throws IOException {
        source = place.resolve("data");
        copy = Files.createDirectories(place.resolve("copy")).resolve("data");
        copying = new TreeCopy(new ProcessShell(), place, copy.getParent(), List.of("data"));
        Files.createDirectories(source.resolve("base/1"));
        Files.writeString(source.resolve("base/1/1249"), "a table");
        Files.writeString(source.resolve("base/1/1250"), "another");
        Files.createSymbolicLink(source.resolve("link"), Path.of("base/1"));
    }

    @Test
    void aCopyHasFilesDirectoriesAndLinks() throws IOException {
        copying.start();

        assertEquals("a table", Files.readString(copy.resolve("base/1/1249")));
        assertEquals(Path.of("base/1"), Files.readSymbolicLink(copy.resolve("link")));
    }

    @Test
    void whatWasWrittenAddedOrRemovedSinceIsCaughtUp() throws IOException {
        copying.start();
        Files.writeString(source.resolve("base/1/1249"), "an altered table");
        Files.delete(source.resolve("base/1/1250"));
        Files.createDirectories(source.resolve("base/2/empty"));
        Files.writeString(source.resolve("base/2/name with\nline end"), "new");

        copying.catchUp(copying.copied(), LONG_AGO);

        assertEquals("an altered table", Files.readString(copy.resolve("base/1/1249")));
        assertFalse(Files.exists(copy.resolve("base/1/1250")));
        assertTrue(Files.isDirectory(copy.resolve("base/2/empty")));
        assertEquals("new", Files.readString(copy.resolve("base/2/name with\nline end")));
        assertEquals(new TreeDifference(List.of(), List.of(), List.of()), difference(later));
    }

    /** PostgreSQL renames old WAL segments to new ones; the time of their last write does not tell that. */
    @Test
    void aFileThatWasRenamedOverAnotherHasChanged() throws IOException {
        copying.start();
        var longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(source.resolve("base/1/1250"), longAgo);
        Files.move(
                source.resolve("base/1/1250"),
                source.resolve("base/1/1249"),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);

        copying.catchUp(copying.copied(), FileTime.from(Instant.now()));

        assertEquals("another", Files.readString(copy.resolve("base/1/1249")));
        assertFalse(Files.exists(copy.resolve("base/1/1250")));
    }

    @Test
    void whatHasNotChangedIsNotCopiedAgain() throws IOException {
        copying.start();

        assertEquals(List.of(), difference(later).changed());
    }

    @Test
    void everythingHasChangedSinceBeforeItWasMade() throws IOException {
        copying.start();

        assertEquals(3, difference(LONG_AGO).changed().size());
    }

    @Test
    void whatIsGoneComesAfterWhatItContained() throws IOException {
        copying.start();
        Files.delete(source.resolve("base/1/1249"));
        Files.delete(source.resolve("base/1/1250"));
        Files.delete(source.resolve("base/1"));

        var gone = difference(later).gone();

        assertEquals(Path.of("data/base/1"), gone.get(gone.size() - 1));
        copying.catchUp(copying.copied(), later);
        assertFalse(Files.exists(copy.resolve("base/1")));
    }

    @Test
    void holesStayHoles() throws IOException {
        try (var file = new RandomAccessFile(source.resolve("segment").toFile(), "rw")) {
            file.setLength(16 << 20);
        }

        copying.start();
        copying.catchUp(copying.copied(), LONG_AGO);

        assertEquals(16 << 20, Files.size(copy.resolve("segment")));
        assertTrue(new DiskUse(new ProcessShell()).of(List.of(copy)) < 1 << 20);
    }

    @Test
    void theMarkOfServersThatAreHeldIsNotCopied() throws IOException {
        copying.start();
        Files.writeString(source.resolve(HeldServers.MARK), "");

        copying.catchUp(copying.copied(), LONG_AGO);

        assertFalse(Files.exists(copy.resolve(HeldServers.MARK)));
    }

    @Test
    void aSingleFileIsCopiedAgain() throws IOException {
        var file = new TreeCopy(new ProcessShell(), source.resolve("base/1"), place, List.of("1249"));
        file.start();
        Files.writeString(source.resolve("base/1/1249"), "an altered table");

        file.catchUp(file.copied(), LONG_AGO);

        assertEquals("an altered table", Files.readString(place.resolve("1249")));
    }

    private TreeDifference difference(FileTime begun) throws IOException {
        return TreeDifference.of(place, List.of("data"), copying.copied(), begun);
    }
}
