package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine as far as a search is concerned.
 *
 * @param root {@code /}, but for tests
 * @param path the directories of the caller's PATH, absolute
 * @param architecture as Java calls it: {@code amd64}
 */
record HostSystem(Path root, List<Path> path, String architecture) {

    private static final List<String> USUAL =
            List.of("usr/local/sbin", "usr/local/bin", "usr/sbin", "usr/bin", "sbin", "bin");

    HostSystem {
        path = List.copyOf(path);
    }

    static HostSystem local(Map<String, String> environment) {
        var path = Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(part -> part.startsWith("/"))
                .map(Path::of)
                .toList();
        return new HostSystem(Path.of("/"), path, System.getProperty("os.arch", "unknown"));
    }

    /** Where programs are looked for, in this order. Debian's ordinary users have no sbin on their PATH; here it counts. */
    Set<Path> programDirectories() {
        return Stream.concat(path.stream(), USUAL.stream().map(root::resolve))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<Path> program(String name) {
        return programDirectories().stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .filter(this::liesBelowRoot)
                .findFirst();
    }

    /** Which system this is, for a directory's name: programs of one do not run on another. {@code debian-12-amd64} */
    String system() {
        return Stream.of(
                        release("ID", "linux"),
                        release("VERSION_ID", release("VERSION_CODENAME", "rolling")),
                        architecture)
                .map(part -> part.replaceAll("[^A-Za-z0-9._]", "_"))
                .collect(Collectors.joining("-"));
    }

    PackageFamily family() {
        return PackageFamily.of(release("ID", "") + " " + release("ID_LIKE", ""));
    }

    /**
     * Changes when a program was installed, replaced or removed where one is looked for, as far as directories tell. Nothing is
     * started for it.
     */
    String fingerprint() {
        var postgres = PostgresDirectories.versioned(root).map(PostgresDirectories::bin);
        var seen = Stream.of(
                        programDirectories().stream(),
                        Stream.of(root.resolve("usr/lib/postgresql")),
                        postgres,
                        libraryDirectories())
                .flatMap(directories -> directories)
                .map(directory -> directory + "@" + changed(directory))
                .collect(Collectors.joining(" "));
        return system() + " " + seen;
    }

    private Stream<Path> libraryDirectories() {
        return Libraries.of(root).stream();
    }

    /** In a fetched tree, {@code /sbin/ip} leads out of it, to the machine's {@code /bin/ip}. */
    private boolean liesBelowRoot(Path program) {
        try {
            return program.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** In milliseconds since 1970; 0 if there is no such directory. */
    private static long changed(Path directory) {
        try {
            return Files.getLastModifiedTime(directory).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private String release(String key, String otherwise) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(root.resolve("etc/os-release"))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return otherwise;
        }
        return properties.getProperty(key, otherwise).replace("\"", "");
    }
}
