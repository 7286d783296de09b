package org.pgpoollab.screen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pgpoollab.screen.picture.Picture;

/** Compares pictures of overlays with golden files. {@code -Dgolden=write} rewrites them; look at them before you commit. */
final class Goldens {

    private static final Path ROOT = Path.of("src/test/resources/golden/screen/overlay");
    private static final boolean WRITES = "write".equals(System.getProperty("golden"));

    private Goldens() {}

    static void assertPicture(String name, Picture picture) {
        var path = ROOT.resolve(name + ".txt");
        try {
            if (WRITES) {
                Files.createDirectories(ROOT);
                Files.writeString(path, picture.text());
            }
            assertEquals(Files.readString(path), picture.text(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertFits(int columns, int rows, Picture picture) {
        assertTrue(picture.columns() <= columns && picture.rows() <= rows, picture.columns() + " by " + picture.rows());
    }
}
