package org.pgpoollab.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;

class ScriptFileTest {

    @TempDir
    private Path directory;

    @Test
    void linesEndAsOnAnySystem() throws IOException {
        assertEquals(List.of("up", "", "status ü"), ScriptFile.lines(file("\uFEFFup\r\n\nstatus ü")));
    }

    @Test
    void whatIsNoTextFileIsRefused() throws IOException {
        assertRefused(directory.resolve("none.txt"), "✗ There is no file " + directory.resolve("none.txt"));
        assertRefused(directory, "✗ " + directory + " is a directory");
        assertRefused(Path.of("/dev/null"), "✗ /dev/null is no plain file");
        assertRefused(file("a\u0000b"), "line 1: it has control characters");
        assertRefused(file("up\n\u009b2J"), "line 2: it has control characters");
        assertRefused(file("x".repeat(300_000)), "is too large for a script");
        var latin = directory.resolve("latin.txt");
        Files.write(latin, "status ü".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(latin, "line 1: it is not UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("script.txt"), text);
    }

    private static void assertRefused(Path file, String told) {
        var message =
                assertThrows(LabException.class, () -> ScriptFile.lines(file)).getMessage();

        assertTrue(message.contains(told), message);
    }
}
