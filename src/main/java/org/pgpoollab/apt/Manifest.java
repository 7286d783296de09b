package org.pgpoollab.apt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Reason;

/**
 * The list of the files of a directory with their sizes, and of its links with their targets, by which damage is found. Each line is
 * a size or {@code ->TARGET}, a tab, and a path.
 */
public final class Manifest {

    private static final String LINK = "->";
    private static final String SEPARATOR = "\t";

    private Manifest() {}

    /** @param file lies outside of the tree, or does not exist yet */
    public static void write(Path tree, Path file) throws IOException {
        try (var all = Files.walk(tree)) {
            var lines = all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(path -> state(path) + SEPARATOR + tree.relativize(path))
                    .toList();
            Files.write(file, lines);
        }
    }

    /** Returns the first file that is not as the manifest says; empty if all are. */
    public static Optional<String> difference(Path file, Path tree) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> difference(line, tree).stream()).findFirst();
        } catch (IOException e) {
            return Optional.of("its manifest cannot be read: " + Reason.of(e));
        }
    }

    private static Optional<String> difference(String line, Path tree) {
        var parts = line.split(SEPARATOR, 2);
        if (parts.length < 2) {
            return Optional.of("its manifest is damaged");
        }
        var now = state(tree.resolve(parts[1]));
        if (now.equals(parts[0])) {
            return Optional.empty();
        }
        return Optional.of(parts[1] + (now.isEmpty() ? " is missing" : " was changed"));
    }

    /** Returns a file's size or a link's target; empty if there is none. */
    private static String state(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isSymbolicLink() ? LINK + Files.readSymbolicLink(path) : Long.toString(attributes.size());
        } catch (IOException e) {
            return "";
        }
    }
}
