package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/**
 * Searches for the lab's programs, on the machine or in a tree of downloaded ones. In a tree it only looks at files and runs no program.
 */
final class BinaryFinder {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Shell shell;

    BinaryFinder(Shell shell) {
        this.shell = shell;
    }

    SearchResult on(HostSystem machine) {
        var programs = programs(machine);
        if (programs.containsKey("arping") && !isUsableArping(programs.get("arping"))) {
            programs.remove("arping");
        }
        var versioned = PostgresDirectories.versioned(machine.root());
        return new SearchResult(newest(Stream.concat(versioned, onPath(machine))), programs, List.of());
    }

    SearchResult in(Path tree) {
        var inside = new HostSystem(tree, List.of(), "");
        return new SearchResult(newest(PostgresDirectories.versioned(tree)), programs(inside), Libraries.of(tree));
    }

    private static Map<String, Path> programs(HostSystem machine) {
        var programs = new HashMap<String, Path>();
        Arrays.stream(RequiredProgram.values())
                .flatMap(need -> need.programs().stream())
                .forEach(name -> machine.program(name).ifPresent(path -> programs.put(name, path)));
        return programs;
    }

    private static List<PostgresDirectories> newest(Stream<PostgresDirectories> candidates) {
        return candidates
                .filter(PostgresDirectories::areComplete)
                .max(Comparator.comparingInt(PostgresDirectories::major))
                .stream()
                .toList();
    }

    /**
     * Returns installations outside the versioned directories. Links into versioned directories are skipped, because those directories are
     * searched anyway.
     */
    private Stream<PostgresDirectories> onPath(HostSystem machine) {
        var known = PostgresDirectories.versioned(machine.root())
                .map(directories -> realPath(directories.bin()))
                .toList();
        var found = new ArrayList<PostgresDirectories>();
        machine.programDirectories().stream()
                .map(directory -> directory.resolve("postgres"))
                .filter(Files::isExecutable)
                .map(program -> realPath(program).getParent())
                .distinct()
                .filter(bin -> !known.contains(bin))
                .filter(bin -> Files.isExecutable(bin.resolve("repmgrd")))
                .forEach(bin -> major(bin.resolve("postgres"))
                        .ifPresent(
                                major -> PostgresDirectories.around(major, bin).forEach(found::add)));
        return found.stream();
    }

    private Optional<Integer> major(Path postgres) {
        return answer(postgres, "--version").flatMap(Versions::postgresMajor);
    }

    /** Returns whether this is a usable arping. Debian has two of them; Pgpool-II's arping_cmd does not work with the one by Habets. */
    private boolean isUsableArping(Path arping) {
        return answer(arping, "-V")
                .filter(text -> text.contains("iputils") || text.contains("BusyBox"))
                .isPresent();
    }

    private Optional<String> answer(Path program, String question) {
        try {
            var ended = shell.run(Command.of(program.toString(), question).within(DEADLINE));
            return Optional.of(ended.output() + ended.errors());
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
