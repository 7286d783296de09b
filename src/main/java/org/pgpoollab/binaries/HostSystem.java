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
 * The machine in which the lab's programs are searched.
 *
 * @param root {@code /}, except in tests
 * @param path the absolute directories of the caller's PATH
 * @param architecture the name that Java uses: {@code amd64}
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

    /**
     * Returns the directories in which programs are searched, in order. They include sbin, which Debian does not put on the PATH of
     * ordinary users.
     */
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

    /**
     * Returns the name of the system, to be used as a directory name, because programs of one system do not run on another:
     * {@code debian-12-amd64}.
     */
    String system() {
        return Stream.of(
                        release("ID", "linux"),
                        release("VERSION_ID", release("VERSION_CODENAME", "rolling")),
                        architecture)
                .map(part -> part.replaceAll("[^A-Za-z0-9._]", "_"))
                .collect(Collectors.joining("-"));
    }

    /** Returns the code name of the release of Debian that it has; empty for any other system. */
    Optional<String> debianRelease() {
        return Optional.of(release("VERSION_CODENAME", ""))
                .filter(name -> release("ID", "").equals("debian") && name.matches("[a-z]+"));
    }

    PackageFamily family() {
        return PackageFamily.of(release("ID", "") + " " + release("ID_LIKE", ""));
    }

    /**
     * Returns a text that changes when a program was installed, replaced or removed in a searched directory, as far as the directories'
     * times show. Starts no process.
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

    /**
     * Returns whether a program is inside the root. In a downloaded tree, {@code /sbin/ip} is a link out of it, to the machine's
     * {@code /bin/ip}.
     */
    private boolean liesBelowRoot(Path program) {
        try {
            return program.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the modification time in milliseconds since 1970; 0 if there is no such directory. */
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
