package org.pgpoollab.apt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the free space beforehand, because apt hangs if the disk fills up while it reads the package lists. */
public final class FreeSpace {

    private static final double MEGABYTE = 1e6;

    private FreeSpace() {}

    /** @throws IOException if the file system of a directory has less than this number of bytes free, as the kernel would say it */
    public static void require(Path directory, long bytes) throws IOException {
        var free = Files.getFileStore(directory).getUsableSpace();
        if (free < bytes) {
            throw new IOException("No space left on device: " + Math.round(free / MEGABYTE) + " MB are free where "
                    + Math.round(bytes / MEGABYTE) + " are needed");
        }
    }
}
