package org.pgpoollab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.FakeShell;

/** A fake shell of a machine that can fetch one release: it creates the files that apt, dpkg and tar would create, and records all lines. */
final class FakeDebian implements FakeShell {

    private static final List<String> PACKAGES = List.of(
            "dash_0.5.12-12",
            "postgresql-17_17.12-0+deb13u1",
            "postgresql-17-repmgr_5.5.0-2",
            "pgpool2_4.6.1-1",
            "perl_5.40.1-6",
            "libllvm19_1%3a19.1.7-3+b1",
            "libpam0g_1.7.0-5");

    private static final String POSTGRES = "usr/lib/postgresql/17/bin/";

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Supplier<Ended>> troubles = new LinkedHashMap<>();
    private String offered = "postgresql-17\npostgresql-17-repmgr\npostgresql-client-17\n";

    /** Makes every later command whose line contains the words end as the supplier says. */
    FakeDebian when(String words, Supplier<Ended> instead) {
        troubles.put(words, instead);
        return this;
    }

    FakeDebian failing(String words, String errors) {
        return when(words, () -> new Ended(100, "", errors));
    }

    FakeDebian offering(String names) {
        offered = names;
        return this;
    }

    List<String> lines(String words) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.contains(words)).toList();
        }
    }

    @Override
    public Ended run(Command command) {
        var line = command.shellLine();
        lines.add(line);
        return troubles.entrySet().stream()
                .filter(trouble -> line.contains(trouble.getKey()))
                .findFirst()
                .map(trouble -> trouble.getValue().get())
                .orElseGet(() -> answer(command.argv(), line));
    }

    private Ended answer(List<String> argv, String line) {
        if (argv.get(0).equals("apt-cache")) {
            return said(offered);
        }
        if (line.endsWith("download --print-uris postgresql-common postgresql-client-common")) {
            return said(uris("postgresql-common_278", "postgresql-client-common_278"));
        }
        if (line.contains("postgresql-common/pgdg")) {
            write(Path.of(argv.get(5)).resolve("apt.postgresql.org.asc"));
            return said("");
        }
        if (line.contains("--print-uris")) {
            return said(uris(missing(argv)));
        }
        if (argv.contains("download")) {
            download(Path.of(argv.get(4)), argv.subList(argv.indexOf("download") + 1, argv.size()));
            return said("");
        }
        if (line.contains("dpkg-deb")) {
            unpack(Path.of(argv.get(4)));
            return said("");
        }
        if (line.contains("--inhibit-cache --library-path \"$libraries\"")) {
            return said("# usr/bin/lslogins\n\tlibsqlite3.so.0 => /lib/libsqlite3.so.0 (0x00007f2af6db9000)\n");
        }
        return version(line);
    }

    /** Returns the packages that are asked for and not yet among the archives: apt-get --print-uris leaves out the others. */
    private static String[] missing(List<String> argv) {
        var option = "Dir::Cache::archives=";
        var archives = argv.stream()
                .filter(word -> word.startsWith(option))
                .map(word -> Path.of(word.substring(option.length())))
                .findFirst()
                .orElseGet(() -> Path.of(argv.get(2)).resolveSibling("archives"));
        return PACKAGES.stream()
                .filter(name -> !Files.exists(archives.resolve(name + "_amd64.deb")))
                .toArray(String[]::new);
    }

    private static Ended version(String line) {
        if (!line.endsWith(" --version")) {
            return said("");
        }
        if (line.contains("repmgr")) {
            return said("repmgr 5.5.0\n");
        }
        return line.contains("pgpool --version")
                ? new Ended(0, "", "pgpool-II version 4.6.1 (tamahomeboshi)\n")
                : said("postgres (PostgreSQL) 17.12 (Debian)\n");
    }

    private static String uris(String... packages) {
        var lines = new StringBuilder();
        for (var file : packages) {
            lines.append("'http://deb/%1$s_amd64.deb' %1$s_amd64.deb 2000000 SHA256:00%n".formatted(file));
        }
        return lines.toString();
    }

    private static void download(Path archives, List<String> packages) {
        packages.forEach(name -> write(archives.resolve(name.replace("=", "_").replace(":", "%3a") + "_amd64.deb")));
    }

    private static void unpack(Path root) {
        for (var program :
                List.of("postgres", "initdb", "pg_ctl", "pg_rewind", "pg_basebackup", "psql", "repmgr", "repmgrd")) {
            write(root.resolve(POSTGRES + program));
        }
        for (var program : List.of("arping", "ping", "socat", "ip", "unshare", "nsenter", "lslogins")) {
            write(root.resolve("usr/bin/" + program));
        }
        write(root.resolve("usr/sbin/pgpool"));
        write(root.resolve("usr/sbin/pcp_attach_node"));
        write(root.resolve("usr/lib/postgresql/17/lib/repmgr.so"));
        write(root.resolve("usr/share/postgresql/17/extension/repmgr.control"));
        write(root.resolve("usr/lib64/ld-linux-x86-64.so.2"));
        write(root.resolve("usr/lib/x86_64-linux-gnu/libc.so.6"));
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended said(String output) {
        return new Ended(0, output, "");
    }
}
