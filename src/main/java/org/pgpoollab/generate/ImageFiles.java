package org.pgpoollab.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of which the container image of all hosts is built, as they are kept in the program. */
public final class ImageFiles {

    /** The name of the file that describes the image; the other files are its context. */
    public static final String DOCKERFILE = "Dockerfile.pgpool";

    private static final List<String> NAMES = List.of(DOCKERFILE, "entrypoint.sh");

    private ImageFiles() {}

    /** Returns the files for a directory that holds nothing else, so that nothing else is sent to the daemon. */
    public static List<GeneratedFile> in(String directory) {
        return NAMES.stream()
                .map(name -> new GeneratedFile(directory + "/" + name, content(name), false))
                .toList();
    }

    private static String content(String name) {
        try (InputStream resource = ImageFiles.class.getResourceAsStream("/image/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("the program lacks its resource image/" + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
