package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.engine.RootDirectory;

/** Reads and writes {@link Binaries} as a properties file in UTF-8, a format that Java reads without additional start-up time. */
final class BinariesFile {

    private static final long MOST_BYTES = 1 << 20;

    private BinariesFile() {}

    static void write(Binaries binaries, Path file) throws IOException {
        write(toProperties(binaries), file);
    }

    static void write(Properties properties, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var writer =
                ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
        var partial = file.resolveSibling(file.getFileName() + "." + writer);
        try {
            Files.writeString(partial, text(properties));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    static Binaries read(Path file) throws IOException {
        return fromProperties(readProperties(file));
    }

    static Properties readProperties(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
            throw new IOException("it is too large for what it should hold");
        }
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        }
        return properties;
    }

    static Properties toProperties(Binaries binaries) {
        var properties = new Properties();
        if (!binaries.root().isOfMachine()) {
            properties.setProperty("root.release", binaries.root().release());
            properties.setProperty("root.path", binaries.root().path().toString());
            properties.setProperty("root.loader", binaries.root().loader());
            properties.setProperty("root.libraries", binaries.root().libraryPath());
        }
        properties.setProperty("postgres.major", Integer.toString(binaries.postgresMajor()));
        properties.setProperty("pgpool.version", binaries.pgpoolVersion());
        properties.setProperty("repmgr.version", binaries.repmgrVersion());
        properties.setProperty("postgres.bin", binaries.postgresBin().toString());
        properties.setProperty("pgpool", binaries.pgpool().toString());
        properties.setProperty("pcp.bin", binaries.pcpBin().toString());
        properties.setProperty("ip", binaries.ip().toString());
        properties.setProperty("arping", binaries.arping().toString());
        properties.setProperty("ping", binaries.ping().toString());
        properties.setProperty("socat", binaries.socat().toString());
        properties.setProperty("unshare", binaries.unshare().toString());
        properties.setProperty("nsenter", binaries.nsenter().toString());
        properties.setProperty(
                "libraries",
                binaries.libraryDirectories().stream().map(Path::toString).collect(Collectors.joining(":")));
        return properties;
    }

    /** @throws IllegalArgumentException if a property is missing or invalid */
    static Binaries fromProperties(Properties properties) {
        return new Binaries(
                root(properties),
                Integer.parseInt(text(properties, "postgres.major")),
                text(properties, "pgpool.version"),
                text(properties, "repmgr.version"),
                path(properties, "postgres.bin"),
                path(properties, "pgpool"),
                path(properties, "pcp.bin"),
                path(properties, "ip"),
                path(properties, "arping"),
                path(properties, "ping"),
                path(properties, "socat"),
                path(properties, "unshare"),
                path(properties, "nsenter"),
                paths(text(properties, "libraries")));
    }

    private static RootDirectory root(Properties properties) {
        return properties.containsKey("root.release")
                ? new RootDirectory(
                        text(properties, "root.release"),
                        path(properties, "root.path"),
                        text(properties, "root.loader"),
                        paths(text(properties, "root.libraries")))
                : RootDirectory.OF_MACHINE;
    }

    /**
     * Formats the properties in sorted order. {@link Properties} would add the time and lose the order; this way the same binaries give the
     * same file.
     */
    private static String text(Properties properties) {
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + properties.getProperty(key).replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "# where pgpool-lab found its programs\n", "\n"));
    }

    private static String text(Properties properties, String key) {
        var value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("it has no line for " + key);
        }
        return value;
    }

    private static Path path(Properties properties, String key) {
        return Path.of(text(properties, key));
    }

    private static List<Path> paths(String joined) {
        return Stream.of(joined.split(":"))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList();
    }
}
