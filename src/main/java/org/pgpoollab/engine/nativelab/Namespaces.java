package org.pgpoollab.engine.nativelab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the lab's processes, by looking: nothing is remembered that is not looked at again. The number of the {@code unshare} process is
 * on disk, so that it need not be searched for; where that file is lost, all processes are looked at. Safe for use by several threads.
 */
final class Namespaces {

    private static final String HOST_READY = "host-ready";

    private final Path directory;
    private final Path pidFile;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private volatile Optional<LabHolder> last = Optional.empty();

    /** @param directory the lab's own */
    Namespaces(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve(".native").resolve("unshare.pid");
    }

    /** The process outside the namespaces that lives as long as the lab. */
    Optional<LabHolder> guard() {
        var before = last.filter(LabHolder::lives);
        if (before.isPresent()) {
            return before;
        }
        last = noted().or(() -> guards().stream().findFirst());
        return last;
    }

    /** All that hold this lab, which is more than one only if its directory was removed while it ran, and made anew. */
    List<LabHolder> guards() {
        return LabHolder.all().stream().filter(guard -> guard.isOf(directory)).toList();
    }

    private Optional<LabHolder> noted() {
        return ProcessTable.read(pidFile)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(number -> LabHolder.at(Long.parseLong(number)))
                .filter(guard -> guard.isOf(directory));
    }

    /** Process 1 of the lab, once it has made the lab's network. */
    OptionalLong holder() {
        var guard = guard();
        if (guard.isEmpty()) {
            return OptionalLong.empty();
        }
        return ProcessTable.children(guard.get().pid()).stream()
                .filter(init -> has(init, "lab-ready"))
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Process 1 of each host that is on and ready, by the host's name. */
    Map<String, Long> hosts() {
        var hosts = new TreeMap<String, Long>();
        holder().ifPresent(holder -> {
            for (var child : ProcessTable.children(holder)) {
                hostBelow(child).ifPresent(host -> hosts.put(host.getKey(), host.getValue()));
            }
        });
        return hosts;
    }

    /**
     * Process 1 of one host; empty if it is off. Who watches asks many times a second, so the one of before is taken if it still lives
     * with its sign; all are looked for if not.
     */
    OptionalLong host(String name) {
        var before = known.get(name);
        if (before != null && has(before, HOST_READY)) {
            return OptionalLong.of(before);
        }
        var now = hosts();
        known.putAll(now);
        return now.containsKey(name) ? OptionalLong.of(now.get(name)) : OptionalLong.empty();
    }

    private static Optional<Map.Entry<String, Long>> hostBelow(long child) {
        var words = ProcessTable.commandLine(child);
        if (!words.contains("unshare") || words.size() < 2 || !words.contains("live")) {
            return Optional.empty();
        }
        return ProcessTable.children(child).stream()
                .filter(init -> has(init, HOST_READY))
                .findFirst()
                .map(init -> Map.entry(words.get(words.size() - 1), init));
    }

    /** A sign that the process's own scripts set when they are done; it stands in a file system that dies with it. */
    private static boolean has(long init, String sign) {
        return Files.exists(ProcessTable.root(init).resolve("run").resolve(sign));
    }
}
