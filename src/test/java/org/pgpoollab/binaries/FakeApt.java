package org.pgpoollab.binaries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.FakeShell;

/**
 * A fake shell of a machine with apt: it answers as apt, dpkg and the programs do, creates the files that they would create, and records
 * all commands.
 */
final class FakeApt implements FakeShell {

    private final List<Command> commands = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Function<Command, Ended>> troubles = new LinkedHashMap<>();
    private String offered =
            "postgresql-13\npostgresql-15\npostgresql-15-repmgr\npostgresql-17\npostgresql-client-15\n";
    private String arping = "arping from iputils 20221126\n";

    /** Makes every later command whose line contains the words end with this status and these errors. */
    FakeApt failing(String words, int status, String errors) {
        troubles.put(words, command -> new Ended(status, "", errors));
        return this;
    }

    FakeApt doing(String words, Function<Command, Ended> instead) {
        troubles.put(words, instead);
        return this;
    }

    FakeApt recovered() {
        troubles.clear();
        return this;
    }

    FakeApt offering(String... names) {
        offered = String.join("\n", names);
        return this;
    }

    FakeApt withArping(String answer) {
        arping = answer;
        return this;
    }

    /** Returns the lines of all commands so far, without directories and the constant arguments of apt. */
    List<String> lines() {
        synchronized (commands) {
            return commands.stream().map(FakeApt::shortened).toList();
        }
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    @Override
    public Ended run(Command command) {
        commands.add(command);
        return troubles.entrySet().stream()
                .filter(trouble -> command.shellLine().contains(trouble.getKey()))
                .findFirst()
                .map(trouble -> trouble.getValue().apply(command))
                .orElseGet(() -> answer(command));
    }

    Ended answer(Command command) {
        var argv = command.argv();
        var program = Path.of(argv.get(0)).getFileName().toString();
        return switch (program) {
            case "apt-get" -> aptGet(argv);
            case "apt-cache" -> said(offered);
            case "sh" -> download(argv);
            case "dpkg" -> unpack(Path.of(argv.get(2)), Path.of(argv.get(3)));
            case "postgres" -> said("postgres (PostgreSQL) " + major(argv.get(0)) + ".4 (Debian)\n");
            case "repmgr" -> said("repmgr 5.3.3\n");
            case "pgpool" -> new Ended(0, "", "pgpool-II version 4.3.5 (tamahomeboshi)\n");
            case "arping" -> said(arping);
            default -> throw new AssertionError("not expected: " + command.shellLine());
        };
    }

    private static Ended aptGet(List<String> argv) {
        var packages = argv.subList(argv.indexOf("install") + 1, argv.size());
        if (argv.contains("--print-uris")) {
            var lines = new StringBuilder();
            packages.forEach(
                    name -> lines.append("'http://deb/%1$s.deb' %1$s.deb 2000000 SHA256:00%n".formatted(name)));
            return said(lines.toString());
        }
        if (argv.contains("--download-only")) {
            var archives = Path.of(argv.get(2)).resolveSibling("archives");
            packages.forEach(name -> write(archives.resolve(name + ".deb")));
        }
        return said("");
    }

    /** Downloads exactly the named packages: {@code sh -c … sh ARCHIVES apt-get … download NAME=VERSION …}. */
    private static Ended download(List<String> argv) {
        argv.subList(argv.indexOf("download") + 1, argv.size())
                .forEach(name -> write(Path.of(argv.get(4)).resolve(name.replaceAll("(\\.deb)?=.*", "") + ".deb")));
        return said("");
    }

    /** Writes a completely downloaded package as apt does; also for tests that interrupt a download. */
    static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "package");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended unpack(Path archive, Path tree) {
        var name = archive.getFileName().toString().replace(".deb", "");
        var machine = new FakeHostSystem(tree);
        if (name.matches("postgresql-[0-9]+")) {
            machine.debianPostgres(Integer.parseInt(name.substring(11)));
            machine.file("usr/lib/x86_64-linux-gnu/libpq.so.5", "");
        } else if (name.endsWith("-repmgr")) {
            machine.debianRepmgr(Integer.parseInt(name.replaceAll("[^0-9]", "")));
        } else if (name.equals("pgpool2")) {
            machine.pgpool();
        } else if (name.equals("iproute2")) {
            machine.programs("sbin", "ip");
        } else if (!name.startsWith("postgresql-client")) {
            machine.programs("usr/bin", name.replace("iputils-", ""));
        }
        return said("");
    }

    private static String major(String postgres) {
        return postgres.replaceAll(".*/(?:pgsql-)?([0-9]+)/bin/postgres", "$1").replaceAll(".*/postgres", "16");
    }

    private static Ended said(String output) {
        return new Ended(0, output, "");
    }

    private static String shortened(Command command) {
        return command.shellLine()
                .replaceAll("-c \\S+ ", "")
                .replaceAll("-o \\S+ ", "")
                .replace("-qq -y --no-install-recommends --reinstall ", "")
                .replaceAll("\\S+/", "");
    }
}
