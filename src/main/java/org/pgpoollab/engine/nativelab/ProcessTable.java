package org.pgpoollab.engine.nativelab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the machine's processes from {@code /proc}, by their ids outside the lab. See proc(5). */
final class ProcessTable {

    /** The state of an established connection in {@code /proc/net/tcp}. */
    private static final String ESTABLISHED = "01";

    private static final Path PROC = Path.of("/proc");

    private ProcessTable() {}

    /** Returns the ids of all processes that this process can see. */
    static List<Long> numbers() {
        try (var all = Files.list(PROC)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns the words of a process's command line; empty if it is gone. */
    static List<String> commandLine(long pid) {
        return read(PROC.resolve(pid + "/cmdline"))
                .map(text -> List.of(text.split("\0")))
                .orElse(List.of());
    }

    /** Returns the name of the user whose process it is; empty if it is gone. */
    static String user(long pid) {
        try {
            return Files.getOwner(PROC.resolve(Long.toString(pid))).getName();
        } catch (IOException | UnsupportedOperationException gone) {
            return "";
        }
    }

    /** Returns the children of a single-threaded process. */
    static List<Long> children(long pid) {
        return read(PROC.resolve(pid + "/task/" + pid + "/children"))
                .map(ProcessTable::numbers)
                .orElse(List.of());
    }

    /** Returns the root of the file system as a process sees it. */
    static Path root(long pid) {
        return PROC.resolve(pid + "/root");
    }

    /** Returns whether an IPv4 address belongs to the network namespace of a process; empty if the process is gone. */
    static Optional<Boolean> hasAddress(long pid, String address) {
        return read(PROC.resolve(pid + "/net/fib_trie")).map(trie -> isLocal(trie, address));
    }

    /**
     * Counts the established TCP connections over IPv4 to a port in the network namespace of a process, see proc(5); empty if it is gone.
     */
    static OptionalInt connections(long pid, int port) {
        var own = String.format(":%04X", port);
        return read(PROC.resolve(pid + "/net/tcp"))
                .map(table -> table.lines()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields.length > 3 && fields[1].endsWith(own) && fields[3].equals(ESTABLISHED))
                        .count())
                .map(count -> OptionalInt.of(count.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    /** Returns whether a file system of this type is mounted on this path, as a process sees it; see proc_pid_mounts(5). */
    static boolean isMounted(long pid, String path, String type) {
        return read(PROC.resolve(pid + "/mounts")).orElse("").lines().anyMatch(line -> isMount(line, path, type));
    }

    static boolean isMount(String line, String path, String type) {
        var fields = line.split(" ");
        return fields.length > 2 && fields[1].equals(path) && fields[2].equals(type);
    }

    static boolean isLocal(String trie, String address) {
        var lines = trie.lines().map(String::strip).toList();
        var leaf = "|-- " + address;
        for (var i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).equals(leaf) && lines.get(i + 1).equals("/32 host LOCAL")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a {@code stat} line shows a process that a signal has stopped. The state follows the name, which may contain any
     * character.
     */
    static boolean isStopped(String stat) {
        return stat.startsWith(" T", stat.lastIndexOf(')') + 1);
    }

    static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static List<Long> numbers(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
