package org.pgpoollab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognises a file system without free space or inodes, and suggests a remedy. */
public final class FullDisk {

    private FullDisk() {}

    /** @param why the message of the kernel, the JDK or a program */
    public static boolean isNamedIn(String why) {
        return why.contains("No space left") || why.contains("quota");
    }

    /**
     * Returns commands that show what is used up. They name the mount point, because that still exists after the file that could not be
     * written has been removed.
     */
    public static String remedy(Path place) {
        var mounted = mountedAt(place);
        return "df -h " + mounted + "; df -i " + mounted + "; make room there, then do it again";
    }

    static Path mountedAt(Path place) {
        var here = place.toAbsolutePath().normalize();
        while (!Files.exists(here) && here.getParent() != null) {
            here = here.getParent();
        }
        try {
            here = here.toRealPath();
            while (here.getParent() != null && device(here.getParent()).equals(device(here))) {
                here = here.getParent();
            }
        } catch (IOException | UnsupportedOperationException e) {
            return here;
        }
        return here;
    }

    private static Object device(Path path) throws IOException {
        return Files.getAttribute(path, "unix:dev");
    }
}
