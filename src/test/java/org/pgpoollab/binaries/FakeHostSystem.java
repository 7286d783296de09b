package org.pgpoollab.binaries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A directory that looks like the root of a machine, with program files that cannot run. */
final class FakeHostSystem {

    private static final List<String> POSTGRES =
            List.of("postgres", "initdb", "pg_ctl", "pg_rewind", "pg_basebackup", "psql");

    private final Path root;

    FakeHostSystem(Path root) {
        this.root = root;
    }

    static FakeHostSystem debian(Path root) {
        return new FakeHostSystem(root)
                .file("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n")
                .programs("usr/bin", "apt-get", "apt-cache", "dpkg", "unshare", "nsenter");
    }

    HostSystem machine() {
        return new HostSystem(root, List.of(), "amd64");
    }

    Path path(String path) {
        return root.resolve(path);
    }

    FakeHostSystem programs(String directory, String... names) {
        List.of(names).forEach(name -> executable(directory + "/" + name));
        return this;
    }

    FakeHostSystem networkPrograms() {
        return programs("usr/bin", "arping", "ping", "socat").programs("usr/sbin", "ip");
    }

    FakeHostSystem pgpool() {
        return programs("usr/sbin", "pgpool", "pcp_attach_node");
    }

    FakeHostSystem debianPostgres(int major) {
        return programs("usr/lib/postgresql/" + major + "/bin", POSTGRES.toArray(String[]::new));
    }

    FakeHostSystem debianRepmgr(int major) {
        return programs("usr/lib/postgresql/" + major + "/bin", "repmgr", "repmgrd")
                .file("usr/lib/postgresql/" + major + "/lib/repmgr.so", "")
                .file("usr/share/postgresql/" + major + "/extension/repmgr.control", "");
    }

    FakeHostSystem redHatPostgres(int major) {
        return postgresIn("usr/pgsql-" + major, "lib", "share");
    }

    FakeHostSystem postgresIn(String prefix, String library, String share) {
        return programs(prefix + "/bin", POSTGRES.toArray(String[]::new))
                .programs(prefix + "/bin", "repmgr", "repmgrd")
                .file(prefix + "/" + library + "/repmgr.so", "")
                .file(prefix + "/" + share + "/extension/repmgr.control", "");
    }

    FakeHostSystem file(String path, String text) {
        write(root.resolve(path), text);
        return this;
    }

    void remove(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void executable(String path) {
        var file = root.resolve(path);
        write(file, "");
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
