package org.pgpoollab.binaries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one attempt at fetching puts what is not complete yet: apt's own directories and the tree as far as it is unpacked. Each
 * attempt has its own, as an apt whose starter was killed may still be writing to the one before.
 */
record FetchWorkspace(Path directory) implements AutoCloseable {

    private static final String NAME = "fetching-";

    /** A new one, with the packages that earlier attempts have got completely. Only for who holds the {@link FetchLock}. */
    static FetchWorkspace open(Path cache) throws IOException {
        var abandoned = list(cache, NAME);
        var workbench = new FetchWorkspace(Files.createTempDirectory(cache, NAME));
        Files.createDirectories(workbench.directory().resolve("lists/partial"));
        Files.createDirectories(workbench.archives().resolve("partial"));
        Files.createDirectories(workbench.tree());
        for (var old : abandoned) {
            for (var archive : new FetchWorkspace(old).packages()) {
                Files.move(
                        archive,
                        workbench.archives().resolve(archive.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            delete(old);
        }
        Files.writeString(workbench.configuration(), AptConfiguration.in(workbench.directory()));
        return workbench;
    }

    Path configuration() {
        return directory.resolve("apt.conf");
    }

    Path archives() {
        return directory.resolve("archives");
    }

    /** What the packages are unpacked into. */
    Path tree() {
        return directory.resolve("tree");
    }

    /** The packages that have come completely: apt moves them here when it has verified them. */
    List<Path> packages() throws IOException {
        var archives = archives();
        return Files.isDirectory(archives)
                ? list(archives, "").stream().filter(FetchWorkspace::isPackage).toList()
                : List.of();
    }

    /** Puts the tree, now complete, where it is wanted; what was there before and did not serve goes. */
    void publish(Path destination) throws IOException {
        Files.createDirectories(destination.getParent());
        if (Files.exists(destination)) {
            Files.move(destination, directory.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(tree(), destination, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing but the packages, if there are any, for the next attempt. */
    @Override
    public void close() throws IOException {
        var kept = packages();
        if (kept.isEmpty()) {
            delete(directory);
            return;
        }
        for (var child : list(directory, "")) {
            if (!child.equals(archives())) {
                delete(child);
            }
        }
    }

    /** Keeps nothing for another attempt. */
    void forget() {
        delete(directory);
    }

    private static boolean isPackage(Path file) {
        return file.toString().endsWith(".deb");
    }

    private static List<Path> list(Path directory, String prefix) throws IOException {
        try (var children = Files.list(directory)) {
            return children.filter(child -> child.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** As far as it goes: somebody may still be writing there, and what is left is deleted the next time. */
    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(FetchWorkspace::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            return;
        }
    }
}
