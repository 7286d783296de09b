package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the directories of shared libraries in a tree that is laid out like a machine's root. */
final class Libraries {

    private Libraries() {}

    /**
     * Returns {@code usr/lib/x86_64-linux-gnu} or the tree's equivalent, since downloaded packages fit the machine, and {@code usr/lib}
     * itself, in which Debian has libpcp.
     */
    static List<Path> of(Path root) {
        return Stream.of("usr/lib", "lib")
                .map(root::resolve)
                .flatMap(parent -> Stream.concat(multiarch(parent), Stream.of(parent)))
                .filter(Libraries::holdsLibraries)
                .toList();
    }

    private static boolean holdsLibraries(Path directory) {
        try (var libraries = Files.newDirectoryStream(directory, "*.so*")) {
            return libraries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Path> multiarch(Path parent) {
        try (var children = Files.list(parent)) {
            return children
                    .filter(child -> child.getFileName().toString().matches("[a-z0-9_]+-linux-[a-z0-9]+"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
