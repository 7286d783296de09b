package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.ShellQuoting;

/** Types the lines that the program prints, each into a shell in the place that it names. */
final class TypedLines {

    private static final Pattern PLACED = Pattern.compile("(.*?) {4}\\(on (.+?)(, as root)?\\)");
    private static final Pattern FOR_EVER = Pattern.compile("tail -f|-T 3600");
    private static final List<String> POSTGRES = List.of("pg-0", "pg-1", "pg-2");
    private static final List<String> POOLS = List.of("pgpool-0", "pgpool-1", "pgpool-2");

    private final Program program;
    private final Path home;

    /** @param state the directory of the labs, which the program finds below a home directory of its own */
    TypedLines(Program program, Path state) {
        this.program = program;
        this.home = state.resolve("home");
        try {
            Files.createDirectories(home.resolve(".local"));
            Files.createSymbolicLink(home.resolve(".local/state"), state);
            var launcher = home.resolve("pgpool-lab");
            Files.writeString(
                    launcher,
                    "#!/bin/sh\nXDG_STATE_HOME=" + state + " exec "
                            + Path.of(System.getProperty("java.home"), "bin/java") + " -jar " + Program.jar()
                            + " \"$@\"\n");
            Files.setPosixFilePermissions(
                    launcher, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell lines that a command would run, in printed order. */
    List<String> planned(String command) {
        var words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--dry-run"))
                .toArray(String[]::new);
        return program.run(words)
                .mustBe(0)
                .output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    /** Types lines one after another. Each must succeed, and so must the commands that follow at the end. */
    void type(List<String> lines, String... then) {
        var script = new StringBuilder();
        for (var line : lines) {
            var placed = PLACED.matcher(line);
            if (placed.matches()) {
                hosts(placed.group(2), lines).forEach(host -> script.append(onHost(host, placed)));
            } else if (!line.startsWith("#")) {
                run(script);
                typeHere(line);
            }
        }
        Stream.of(then).forEach(line -> script.append(line).append('\n'));
        run(script);
    }

    private void run(StringBuilder script) {
        if (!script.isEmpty()) {
            program.script(script.toString()).mustBe(0);
            script.setLength(0);
        }
    }

    private static String onHost(String host, Matcher placed) {
        var asRoot = placed.group(3) == null ? "" : "--root ";
        return "exec " + asRoot + host + " -- sh -c " + ShellQuoting.quote(ending(placed.group(1))) + "\n";
    }

    /**
     * Makes a line end. Pgpool closes sessions when a backend comes or goes, so that query is repeated. A line that runs until it is
     * stopped must still run after two seconds.
     */
    private static String ending(String line) {
        if (line.contains("show pool_nodes")) {
            return "n=0; until " + line + "; do n=$((n + 1)); test $n -lt 30 || exit 1; done";
        }
        return FOR_EVER.matcher(line).find() ? "timeout 2 sh -c " + ShellQuoting.quote(line) + "; test $? = 124" : line;
    }

    private static List<String> hosts(String place, List<String> lines) {
        return switch (place) {
            case "any node", "each node" ->
                Stream.concat(POSTGRES.stream(), POOLS.stream()).toList();
            case "each PostgreSQL node" -> POSTGRES;
            case "each other node" ->
                Stream.concat(POSTGRES.stream(), POOLS.stream())
                        .filter(node -> lines.stream().noneMatch(line -> line.contains("(on " + node)))
                        .toList();
            default -> List.of(place);
        };
    }

    /** What a line started ends with it, also if it takes too long: timeout(1) ends its whole process group. */
    private void typeHere(String line) {
        var ended = new ProcessShell()
                .run(Command.of("timeout", "--kill-after=30s", "5m", "sh", "-c", line)
                        .with("HOME", home.toString())
                        .with("PATH", home + ":" + System.getenv("PATH"))
                        .within(Duration.ofMinutes(6)));
        assertEquals(0, ended.status(), line + "\n" + ended.output() + ended.errors());
    }
}
