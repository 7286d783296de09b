package org.pgpoollab.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Reads the free resources of this machine: proc(5), the user's limit of processes, see getrlimit(2), and the limits of the control groups
 * of this process, of version 2 (Documentation/admin-guide/cgroup-v2.rst) or 1.
 *
 * @param root the root of the file system: {@code /}
 */
public record MachineCapacity(Path root) {

    private static final Pattern FIRST = Pattern.compile("^(\\d+)");
    private static final Pattern TASKS = Pattern.compile("/(\\d+) ");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB");
    private static final Pattern USERS_LIMIT = Pattern.compile("(?m)^Max processes +(\\d+)");
    private static final Pattern USER = Pattern.compile("(?m)^Uid:\\s+(\\d+)");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");
    private static final Pattern GROUP = Pattern.compile("(?m)^\\d+:([^:]*):(/.*)$");
    private static final Pattern ANONYMOUS = Pattern.compile("(?m)^(?:anon|total_rss) (\\d+)");

    /** @param directory a path on the file system whose free space is read; it need not exist */
    public Capacity of(Path directory) {
        return new Capacity(
                processes().orElse(Capacity.UNREAD),
                memory().orElse(Capacity.UNREAD),
                room(directory).orElse(Capacity.UNREAD));
    }

    private OptionalLong processes() {
        var running = number("proc/loadavg", TASKS).orElse(0);
        var ofMachine = Stream.of("proc/sys/kernel/pid_max", "proc/sys/kernel/threads-max")
                .flatMapToLong(file -> number(file, FIRST).stream())
                .map(most -> most - running);
        var ofGroups = groups("pids").flatMapToLong(group -> left(group, "pids.max", "pids.current", FIRST));
        return Stream.of(ofMachine, ofGroups, ofUser())
                .flatMapToLong(each -> each)
                .min();
    }

    /** Returns what is left of the user's limit; empty for root, to whom it does not apply. */
    private LongStream ofUser() {
        var user = number("proc/self/status", USER);
        if (user.orElse(0) == 0) {
            return LongStream.empty();
        }
        return number("proc/self/limits", USERS_LIMIT).stream().map(most -> most - threadsOf(user.getAsLong()));
    }

    private long threadsOf(long user) {
        try (var processes = Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
            var threads = 0L;
            for (var process : processes) {
                var status = text(process.resolve("status"));
                if (number(USER, status).equals(OptionalLong.of(user))) {
                    threads += number(THREADS, status).orElse(0);
                }
            }
            return threads;
        } catch (IOException unknown) {
            return 0;
        }
    }

    private OptionalLong memory() {
        var ofMachine = number("proc/meminfo", AVAILABLE).stream().map(kilobytes -> kilobytes * 1024);
        var ofGroups = groups("memory")
                .flatMapToLong(group -> LongStream.concat(
                        left(group, "memory.max", "memory.stat", ANONYMOUS),
                        left(group, "memory.limit_in_bytes", "memory.stat", ANONYMOUS)));
        return LongStream.concat(ofMachine, ofGroups).min();
    }

    /** Returns what is left of a group's limit; empty if none is set, because then its file has no number. */
    private LongStream left(Path group, String limit, String used, Pattern usage) {
        var in = number(usage, text(group.resolve(used))).orElse(0);
        return number(FIRST, text(group.resolve(limit))).stream().map(most -> most - in);
    }

    /** Returns the directories of the control groups of this process, from the innermost outwards. */
    private Stream<Path> groups(String controller) {
        return GROUP.matcher(text(root.resolve("proc/self/cgroup")))
                .results()
                .filter(line -> line.group(1).isEmpty() || line.group(1).equals(controller))
                .flatMap(line -> {
                    var top = root.resolve("sys/fs/cgroup").resolve(line.group(1));
                    var group = top.resolve(line.group(2).substring(1)).normalize();
                    return Stream.iterate(group, path -> path != null && path.startsWith(top), Path::getParent);
                });
    }

    private static OptionalLong room(Path directory) {
        for (var place = directory.toAbsolutePath(); place != null; place = place.getParent()) {
            try {
                return OptionalLong.of(Files.getFileStore(place).getUsableSpace());
            } catch (IOException notThereYet) {
                // Try the parent directory, which is on the same file system.
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong number(String file, Pattern pattern) {
        return number(pattern, text(root.resolve(file)));
    }

    private static OptionalLong number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        try {
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /**
     * Reads a file in large blocks: a second read of a file in {@code /proc/sys} returns nothing, and {@code Files.readString} begins with
     * one byte.
     */
    private static String text(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException notHere) {
            return "";
        }
    }
}
