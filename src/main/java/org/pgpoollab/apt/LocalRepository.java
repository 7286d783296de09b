package org.pgpoollab.apt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;

/**
 * A directory that was carried to this machine, with what a machine without a network needs of Debian's archives: the files of packages, and
 * the signed lists that verify them, laid out as in the archives. It may be on a medium that is read-only.
 *
 * @param directory the repository itself, named by what it has: {@code trixie-amd64}
 */
public record LocalRepository(Path directory) {

    static final String MAIN = "debian";
    static final String SECURITY = "debian-security";
    static final String PGDG = "pgdg";
    static final String MANIFEST = "manifest";

    /**
     * Finds a repository, and looks whether all of it is there.
     *
     * @param parent the directory that was named: the one that holds the repository, or the repository itself
     * @param name the name of the repository
     * @param what what is to be fetched, as it is typed
     * @throws LabException with status 4 if it is not there, or a part of it is missing
     */
    public static LocalRepository in(Path parent, String name, String what) {
        var directory = name.equals(String.valueOf(parent.getFileName())) ? parent : parent.resolve(name);
        if (!Files.isDirectory(directory)) {
            throw LabException.missing(
                    parent + " has no packages for " + name,
                    Files.isDirectory(parent) ? found(parent) : "there is no such directory",
                    elsewhere(what));
        }
        Manifest.difference(directory.resolve(MANIFEST), directory).ifPresent(damage -> {
            throw LabException.missing(
                    directory + " is damaged, or only a part of it was copied",
                    damage,
                    "copy it again; or " + elsewhere(what));
        });
        return new LocalRepository(directory);
    }

    /** Returns whether it has a package. */
    public boolean has(PackageFile file) {
        var name = file.address().substring(file.address().lastIndexOf('/') + 1);
        return packages().contains(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private Set<String> packages() {
        try (var all = Files.walk(directory)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".deb"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(Path parent) {
        var others = repositories(parent);
        return others.isEmpty()
                ? "it has nothing that versions fetch --to has written"
                : "it has packages for " + String.join(", ", others);
    }

    private static List<String> repositories(Path parent) {
        try (var children = Files.list(parent)) {
            return children.filter(child -> Files.exists(child.resolve(MANIFEST)))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Returns how to fetch something for a machine that has no network. */
    public static String elsewhere(String what) {
        return "on a machine with a network: versions fetch " + what + " --to DIRECTORY, and here: versions fetch "
                + what + " --from DIRECTORY";
    }
}
