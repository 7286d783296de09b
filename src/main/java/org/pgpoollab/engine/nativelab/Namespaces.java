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
 * Finds the lab's processes in {@code /proc}; remembered process ids are checked again at every use. A file holds the id of the
 * {@code unshare} process, so that no search is needed; without the file it searches all processes. Safe for use by several threads.
 */
final class Namespaces {

    private static final String HOST_READY = "host-ready";

    private final Path directory;
    private final Path pidFile;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private volatile Optional<LabHolder> last = Optional.empty();

    /** @param directory the lab's directory */
    Namespaces(Path directory) {
        this.directory = directory;
        this.pidFile = directory.resolve(".native").resolve("unshare.pid");
    }

    /** Returns the process outside the namespaces that lives as long as the lab. */
    Optional<LabHolder> holder() {
        var before = last.filter(LabHolder::lives);
        if (before.isPresent()) {
            return before;
        }
        last = noted().or(() -> holders().stream().findFirst());
        return last;
    }

    /** Returns all processes that hold this lab: more than one only if its directory was removed while it ran and then created again. */
    List<LabHolder> holders() {
        return LabHolder.all().stream().filter(holder -> holder.isOf(directory)).toList();
    }

    private Optional<LabHolder> noted() {
        return ProcessTable.read(pidFile)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(number -> LabHolder.at(Long.parseLong(number)))
                .filter(holder -> holder.isOf(directory));
    }

    /** Returns process 1 of the lab, once it has created the lab's network. */
    OptionalLong init() {
        var holder = holder();
        if (holder.isEmpty()) {
            return OptionalLong.empty();
        }
        return ProcessTable.children(holder.get().pid()).stream()
                .filter(init -> has(init, "lab-ready"))
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Returns process 1 of each host that is on and ready, by the host's name. */
    Map<String, Long> hosts() {
        var hosts = new TreeMap<String, Long>();
        init().ifPresent(init -> {
            for (var child : ProcessTable.children(init)) {
                hostBelow(child).ifPresent(host -> hosts.put(host.getKey(), host.getValue()));
            }
        });
        return hosts;
    }

    /**
     * Returns process 1 of one host; empty if the host is off. A watch calls this many times a second, so it uses the previous process if
     * that still has its ready file, and searches otherwise.
     */
    OptionalLong host(String name) {
        var before = known.get(name);
        if (before != null && has(before, HOST_READY)) {
            return OptionalLong.of(before);
        }
        var now = hosts();
        // The number of a process that has ended may become that of another host's.
        known.keySet().retainAll(now.keySet());
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

    /** Returns whether the process's scripts have created a ready file. The file is in a file system that ends with the process. */
    private static boolean has(long init, String sign) {
        return Files.exists(ProcessTable.root(init).resolve("run").resolve(sign));
    }
}
