package org.pgpoollab.engine.nativelab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.ClientPort;

/**
 * Tests that a lab's process is recognised by its command line, and that a damaged file of the engine has the same effect as a missing one.
 */
class LabHolderTest {

    private static final long NOBODY = 999_999_999;

    @TempDir
    private Path labs;

    private static List<String> words(Path lab) {
        return List.of(
                "unshare",
                "--user",
                "--mount",
                "sh",
                lab + "/.native/holder.sh",
                "machine",
                lab.toString(),
                "15432",
                "10.77.0.2",
                "10.77.0.1/24");
    }

    private static LabHolder holder(Path lab) {
        return LabHolder.of(NOBODY, words(lab)).orElseThrow();
    }

    @Test
    void saysWhoseItIsAndWhereItsGateIs() {
        var holder = holder(labs.resolve("my lab"));

        assertEquals(labs.resolve("my lab"), holder.directory());
        assertEquals(15_432, holder.port());
    }

    @Test
    void saysWhichRootDirectoryItsHostsHave() {
        var lab = labs.resolve("demo");
        var machines = new ArrayList<>(words(lab));
        machines.add("");
        var releases = new ArrayList<>(words(lab));
        releases.add("/cache/roots/trixie/root");

        assertEquals(Optional.empty(), holder(lab).rootDirectory());
        assertEquals(
                Optional.empty(), LabHolder.of(NOBODY, machines).orElseThrow().rootDirectory());
        assertEquals(
                Optional.of(Path.of("/cache/roots/trixie/root")),
                LabHolder.of(NOBODY, releases).orElseThrow().rootDirectory());
    }

    @Test
    void aRootDirectoryIsFoundByWhateverPathTheCacheIsReached() throws IOException {
        var root = Files.createDirectories(labs.resolve("real/roots/trixie/root"));
        var link = Files.createSymbolicLink(labs.resolve("cache"), labs.resolve("real"));
        var held = new HeldRoot(labs.resolve("demo"), root, "");

        assertTrue(held.isBelow(link.resolve("roots/trixie")));
        assertFalse(held.isBelow(link.resolve("roots/sid")));
    }

    @Test
    void noOtherProcessHoldsALab() {
        var lab = labs.resolve("demo");
        var other = words(lab).stream()
                .map(word -> word.endsWith("holder.sh") ? "/elsewhere/.native/holder.sh" : word)
                .toList();

        assertEquals(Optional.empty(), LabHolder.of(NOBODY, other));
        assertEquals(Optional.empty(), LabHolder.of(NOBODY, List.of("grep", "machine", lab.toString(), "15432")));
        assertEquals(Optional.empty(), LabHolder.of(NOBODY, List.of()));
        assertEquals(Optional.empty(), LabHolder.of(NOBODY, List.of("unshare", "machine")));
    }

    @Test
    void aLabIsTheSameByWhateverPathItIsReached() throws IOException {
        var real = Files.createDirectories(labs.resolve("real/demo"));
        var link = Files.createSymbolicLink(labs.resolve("link"), labs.resolve("real"));

        assertTrue(holder(real).isOf(link.resolve("demo")));
        assertTrue(holder(link.resolve("demo")).isOf(real));
        assertTrue(holder(link.resolve("demo")).isBelow(labs.resolve("real")));
        assertFalse(holder(real).isOf(link.resolve("other")));
    }

    @Test
    void aLabWhoseDirectoryIsGoneIsStillKnownByItsPlace() throws IOException {
        Files.createDirectories(labs.resolve("real"));
        var link = Files.createSymbolicLink(labs.resolve("link"), labs.resolve("real"));

        assertTrue(holder(labs.resolve("real/demo")).isOf(link.resolve("demo")));
        assertTrue(holder(labs.resolve("real/demo")).isBelow(link));
        assertFalse(holder(labs.resolve("real/demo")).isBelow(labs));
    }

    @Test
    void aDamagedPortIsChosenAnew() throws IOException {
        var file = labs.resolve("port");

        for (var damage : List.of("", "\n", "many", "99999999999", "70000", "-1", "\0\0\0")) {
            Files.writeString(file, damage);
            assertEquals(OptionalInt.empty(), new ClientPort(file, ClientPort.FOR_VIP, false).known(), damage);
        }
        var chosen = new ClientPort(file, ClientPort.FOR_VIP, false).choose();

        assertEquals(OptionalInt.of(chosen), new ClientPort(file, ClientPort.FOR_VIP, false).known());
    }
}
