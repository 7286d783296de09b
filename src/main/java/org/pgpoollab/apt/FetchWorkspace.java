package org.pgpoollab.apt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The directory for the incomplete files of one download attempt: apt's own directories and the tree while it is unpacked. Each attempt has
 * its own, because an apt whose parent was killed may still write to the previous one.
 */
public record FetchWorkspace(Path directory) implements AutoCloseable {

    private static final String NAME = "fetching-";

    /**
     * Creates a workspace with the complete packages of earlier attempts. The caller must hold the {@link FetchLock}.
     *
     * @param configuration returns the apt.conf(5) of a workspace
     */
    public static FetchWorkspace open(Path cache, Function<Path, String> configuration) throws IOException {
        var abandoned = list(cache, NAME);
        var workbench = new FetchWorkspace(Files.createTempDirectory(cache, NAME));
        Files.createDirectories(workbench.directory().resolve("lists/partial"));
        Files.createDirectories(workbench.archives().resolve("partial"));
        Files.createDirectories(workbench.tree());
        Files.createDirectories(workbench.keys());
        for (var old : abandoned) {
            for (var archive : new FetchWorkspace(old).packages()) {
                Files.move(
                        archive,
                        workbench.archives().resolve(archive.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            delete(old);
        }
        Files.writeString(workbench.configuration(), configuration.apply(workbench.directory()));
        return workbench;
    }

    public Path configuration() {
        return directory.resolve("apt.conf");
    }

    public Path archives() {
        return directory.resolve("archives");
    }

    /** Returns the directory of the keys that verify sources which name no others. */
    public Path keys() {
        return directory.resolve("keys");
    }

    /** Returns the file of the sources, in the format of sources.list(5). */
    public Path sources() {
        return directory.resolve("sources.list");
    }

    /** Returns the file of the packages that count as installed, unless they are the machine's. */
    public Path status() {
        return directory.resolve("status");
    }

    /** Returns the directory of the lists of packages. */
    Path lists() {
        return directory.resolve("lists");
    }

    /** Returns the directory into which the packages are unpacked. */
    public Path tree() {
        return directory.resolve("tree");
    }

    /** Returns the completely downloaded packages: apt moves them here after it has verified them. */
    public List<Path> packages() throws IOException {
        var archives = archives();
        return Files.isDirectory(archives)
                ? list(archives, "").stream().filter(FetchWorkspace::isPackage).toList()
                : List.of();
    }

    /** Moves the complete tree to its destination; replaces an unusable tree there. */
    public void publish(Path destination) throws IOException {
        Files.createDirectories(destination.getParent());
        if (Files.exists(destination)) {
            Files.move(destination, directory.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(tree(), destination, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes everything except the packages, if there are any, which the next attempt uses. */
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

    /** Deletes everything. */
    public void forget() {
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

    /** Deletes as much as possible: another process may still write there, and the next attempt deletes the rest. */
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
