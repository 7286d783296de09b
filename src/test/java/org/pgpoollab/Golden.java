package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts under src/test/resources/golden. {@code -Dgolden=write} writes them anew; read the difference before you commit it. */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final boolean WRITES = "write".equals(System.getProperty("golden"));

    private Golden() {}

    public static void assertGolden(String name, String actual) {
        var path = ROOT.resolve(name);
        try {
            if (WRITES) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertEquals(Files.readString(path), actual, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
