package org.pgpoollab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.Manifest;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/**
 * A root directory in the cache, as it was fetched on one day, with what is known about it. It never changes.
 *
 * @param directory the directory that holds the root directory, the list of its packages, the manifest, and the paths of its programs
 */
record CachedRoot(Path directory) {

    Path tree() {
        return directory.resolve("root");
    }

    /** Returns the list of its packages: a name, a blank and a version in each line. */
    Path packages() {
        return directory.resolve("packages");
    }

    Path manifest() {
        return directory.resolve("manifest");
    }

    private Path binariesFile() {
        return directory.resolve("binaries");
    }

    /** Returns the paths of its programs, if they were written. */
    Optional<Binaries> binaries() {
        try {
            return Files.exists(binariesFile()) ? Optional.of(Binaries.read(binariesFile())) : Optional.empty();
        } catch (LabException damaged) {
            return Optional.empty();
        }
    }

    /** Writes the paths of its programs; without them they are searched again. */
    void remember(Binaries binaries) {
        try {
            binaries.write(binariesFile());
        } catch (IOException e) {
            return;
        }
    }

    /** Returns what is wrong with its files; empty if they are as they were fetched. */
    Optional<String> damage() {
        return Manifest.difference(manifest(), tree());
    }

    /** Returns what is known about it as one of the root directories of a release. */
    CachedRelease known(Release release, Shell shell) {
        return new CachedRelease(
                release,
                directory.getFileName().toString(),
                binaries().map(Binaries::versions).orElse(ProgramVersions.UNKNOWN),
                bytes(shell),
                damage().orElse(""),
                directory);
    }

    /** Returns the size of its files, as far as they can be read. */
    private long bytes(Shell shell) {
        try {
            return new RootTree(shell, directory).bytes();
        } catch (IOException | UncheckedIOException unreadable) {
            return 0;
        }
    }

    /** Removes it with everything that is known about it. The manifest goes first: what is left after an interruption counts as damaged. */
    void delete() throws IOException {
        Files.deleteIfExists(manifest());
        try (var all = Files.walk(directory)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
