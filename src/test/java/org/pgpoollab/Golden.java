package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares texts with the expected ones under src/test/resources/golden. {@code -Dgolden=write} writes them anew; read the difference
 * before you commit it.
 */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final boolean WRITES = "write".equals(System.getProperty("golden"));

    private Golden() {}

    public static void assertGolden(String name, String actual) {
        assertSameFile(ROOT.resolve(name), actual);
    }

    /** Compares a text with a file that is kept elsewhere, such as documentation. */
    public static void assertSameFile(Path path, String actual) {
        try {
            if (WRITES) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertEquals(Files.readString(path), actual, path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
