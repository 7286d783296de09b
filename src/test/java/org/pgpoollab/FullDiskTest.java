package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    private Path directory;

    @Test
    void roomInodesAndQuotasAreOneTrouble() {
        assertTrue(FullDisk.isNamedIn("cp: cannot create directory 'x': No space left on device"));
        assertTrue(FullDisk.isNamedIn("Disk quota exceeded"));
        assertFalse(FullDisk.isNamedIn("Permission denied"));
    }

    @Test
    void theRemedyNamesAPlaceThatIsStillThere() {
        var mounted = FullDisk.mountedAt(directory.resolve("cleared/away"));

        assertTrue(Files.isDirectory(mounted), mounted.toString());
        assertTrue(directory.startsWith(mounted), mounted.toString());
        assertEquals(mounted, FullDisk.mountedAt(directory));
        assertEquals(
                "df -h " + mounted + "; df -i " + mounted + "; make room there, then do it again",
                FullDisk.remedy(directory.resolve("cleared")));
    }
}
