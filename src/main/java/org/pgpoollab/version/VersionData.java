package org.pgpoollab.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data files about versions, which are in the program itself. Lines that are empty or begin with # are left out. */
final class VersionData {

    private VersionData() {}

    static List<String> lines(String file) {
        try (var content = VersionData.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("the program has no file " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
