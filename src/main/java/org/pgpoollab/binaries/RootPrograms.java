package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.RootDirectory;
import org.pgpoollab.engine.Shell;

/** Finds the lab's programs in the root directory of another release, and runs some of them to see that they work on this kernel. */
public final class RootPrograms {

    private final Shell shell;

    public RootPrograms(Shell shell) {
        this.shell = shell;
    }

    /**
     * Returns the root directory that lies at a path.
     *
     * @throws LabException if it has no dynamic loader
     */
    public static RootDirectory root(String release, Path path) {
        var loader = Stream.of("usr/lib64", "usr/lib")
                .map(path::resolve)
                .flatMap(directory -> loader(directory).stream())
                .findFirst()
                .orElseThrow(
                        () -> LabException.missing(path + " has no dynamic loader", "no ld-linux*.so is in it", ""));
        return new RootDirectory(release, path, loader.toString(), Libraries.of(path));
    }

    private static Optional<Path> loader(Path directory) {
        try (var found = Files.newDirectoryStream(directory, "ld-linux*.so.*")) {
            var all = found.iterator();
            return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the programs of a root directory.
     *
     * @param remedy what to type if one does not run
     * @throws LabException if one is missing or does not run
     */
    public Binaries in(RootDirectory root, String remedy) {
        var found = new BinaryFinder(shell).in(root.path());
        if (!found.areComplete()) {
            throw LabException.missing(
                    "the release " + root.release() + " has not all programs of a lab",
                    "missing: " + AptFetch.titles(found.missing()),
                    remedy);
        }
        return new VersionCheck(shell).ask(inside(found, root.path()), root, remedy);
    }

    private static SearchResult inside(SearchResult found, Path root) {
        var postgres = found.postgres().get(0);
        return new SearchResult(
                List.of(new PostgresDirectories(
                        postgres.major(),
                        inside(postgres.bin(), root),
                        inside(postgres.library(), root),
                        inside(postgres.share(), root))),
                found.programs().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, program -> inside(program.getValue(), root))),
                List.of());
    }

    private static Path inside(Path path, Path root) {
        return Path.of("/").resolve(root.relativize(path));
    }
}
