package org.pgpoollab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.pgpoollab.LabException;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.version.ProgramVersions;

/**
 * Reads the versions of a lab's programs from the file in which a start notes them; every snapshot asks for them, so the file is read again
 * only after it was changed. Safe for use by several threads.
 */
final class NotedVersions {

    private final Path file;
    private FileTime changed = FileTime.fromMillis(0);
    private ProgramVersions versions = ProgramVersions.UNKNOWN;

    NotedVersions(Path file) {
        this.file = file;
    }

    /** Returns the versions; unknown if there is no such file, or it is damaged. */
    synchronized ProgramVersions read() {
        try {
            var now = Files.getLastModifiedTime(file);
            if (!now.equals(changed)) {
                versions = Binaries.read(file).versions();
                changed = now;
            }
            return versions;
        } catch (IOException | LabException unreadable) {
            return ProgramVersions.UNKNOWN;
        }
    }
}
