package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directories of one major version of PostgreSQL.
 *
 * @param bin its programs; Debian has the real {@code psql} and {@code repmgr} here, and wrappers on the PATH
 * @param library its modules ({@code pkglibdir})
 * @param share the directory with its {@code extension/} directory ({@code sharedir})
 */
record PostgresDirectories(int major, Path bin, Path library, Path share) {

    private static final List<String> PROGRAMS =
            List.of("postgres", "initdb", "pg_ctl", "pg_rewind", "pg_basebackup", "psql", "repmgr", "repmgrd");
    private static final Pattern DEBIAN = Pattern.compile("([0-9]{2,3})");
    private static final Pattern RED_HAT = Pattern.compile("pgsql-([0-9]{2,3})");

    /** Returns whether a lab can use this installation: it has all programs, and repmgr as an extension of the same server. */
    boolean areComplete() {
        return PROGRAMS.stream().map(bin::resolve).allMatch(Files::isExecutable)
                && Files.isReadable(library.resolve("repmgr.so"))
                && Files.isReadable(share.resolve("extension/repmgr.control"));
    }

    /** Returns the installations of all major versions, by the directory names of Debian and of PostgreSQL's own RPMs, complete or not. */
    static Stream<PostgresDirectories> versioned(Path root) {
        var usr = root.resolve("usr");
        var debian = numbered(usr.resolve("lib/postgresql"), DEBIAN)
                .map(found -> new PostgresDirectories(
                        found.number(),
                        found.directory().resolve("bin"),
                        found.directory().resolve("lib"),
                        usr.resolve("share/postgresql/" + found.number())));
        var redHat = numbered(usr, RED_HAT)
                .map(found -> new PostgresDirectories(
                        found.number(),
                        found.directory().resolve("bin"),
                        found.directory().resolve("lib"),
                        found.directory().resolve("share")));
        return Stream.concat(debian, redHat);
    }

    /** Returns where modules and share may be if the programs are in {@code bin}: as built from source, or as in Fedora and Arch. */
    static Stream<PostgresDirectories> around(int major, Path bin) {
        var prefix = bin.resolveSibling("");
        return Stream.of("lib", "lib/postgresql", "lib64/pgsql", "lib/pgsql")
                .flatMap(library -> Stream.of("share", "share/postgresql", "share/pgsql")
                        .map(share ->
                                new PostgresDirectories(major, bin, prefix.resolve(library), prefix.resolve(share))));
    }

    private static Stream<Numbered> numbered(Path parent, Pattern name) {
        try (var children = Files.list(parent)) {
            return children
                    .flatMap(child -> {
                        var matcher = name.matcher(child.getFileName().toString());
                        return matcher.matches()
                                ? Stream.of(new Numbered(Integer.parseInt(matcher.group(1)), child))
                                : Stream.empty();
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private record Numbered(int number, Path directory) {}
}
