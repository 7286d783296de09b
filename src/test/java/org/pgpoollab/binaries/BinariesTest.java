package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.RootDirectory;

class BinariesTest {

    private static final Path TREE = Path.of("/home/zoë/my cache");

    @TempDir
    Path directory;

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        var file = directory.resolve("lab/binaries.properties");

        binaries().write(file);

        assertEquals(binaries(), Binaries.read(file));
        assertEquals(
                List.of(file),
                List.of(file.getParent().toFile().listFiles()).stream()
                        .map(File::toPath)
                        .toList());
    }

    @Test
    void writingReplacesWhatWasThere() throws IOException {
        var file = Files.writeString(directory.resolve("binaries.properties"), "old");

        binaries().write(file);

        assertEquals(binaries(), Binaries.read(file));
    }

    @Test
    void aDamagedFileIsToldWithItsName() throws IOException {
        var file = Files.writeString(directory.resolve("binaries.properties"), "postgres.major=15\n");

        var refused = assertThrows(LabException.class, () -> Binaries.read(file));

        assertEquals(
                file + " does not say where the lab's programs are",
                refused.problems().get(0).what());
        assertEquals(
                "it has no line for pgpool.version", refused.problems().get(0).why());
    }

    @Test
    void aMissingFileIsToldToo() {
        var refused = assertThrows(LabException.class, () -> Binaries.read(directory.resolve("none")));

        assertEquals("there is no such file", refused.problems().get(0).why());
    }

    @Test
    void theRealProgramsComeBeforeWrappersOnThePath() {
        assertEquals(
                TREE + "/usr/lib/postgresql/15/bin:" + TREE
                        + "/usr/sbin:/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/sbin:/bin",
                binaries().environment().get("PATH"));
        assertEquals(
                TREE + "/usr/lib/x86_64-linux-gnu", binaries().environment().get("LD_LIBRARY_PATH"));
    }

    @Test
    void tcIsFoundBesideAnIpThatWasFetched() {
        var fetched = binaries(TREE.resolve("bin/ip")).environment().get("PATH");

        assertTrue(fetched.contains(":" + TREE + "/sbin:"), fetched);
    }

    @Test
    void binariesOfAnotherMachineAreNotThere() {
        assertFalse(binaries().areThere());
    }

    private static Binaries binaries() {
        return binaries(Path.of("/usr/sbin/ip"));
    }

    private static Binaries binaries(Path ip) {
        return new Binaries(
                RootDirectory.OF_MACHINE,
                15,
                "4.3.5",
                "5.3.3",
                TREE.resolve("usr/lib/postgresql/15/bin"),
                TREE.resolve("usr/sbin/pgpool"),
                TREE.resolve("usr/sbin"),
                ip,
                Path.of("/usr/bin/arping"),
                Path.of("/usr/bin/ping"),
                Path.of("/usr/bin/socat"),
                Path.of("/usr/bin/unshare"),
                Path.of("/usr/bin/nsenter"),
                List.of(TREE.resolve("usr/lib/x86_64-linux-gnu")));
    }
}
