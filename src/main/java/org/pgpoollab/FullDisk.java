package org.pgpoollab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system that has no room, or no inode, left: how it is told from other trouble, and what helps. */
public final class FullDisk {

    private FullDisk() {}

    /** @param why what the kernel, the JDK or a program said */
    public static boolean isNamedIn(String why) {
        return why.contains("No space left") || why.contains("quota");
    }

    /**
     * Lines that show what is used up. They name the place where the file system is mounted, for that is there also when what could not be
     * written has been cleared away.
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
