package org.pgpoollab.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.binaries.Binaries;

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
}
