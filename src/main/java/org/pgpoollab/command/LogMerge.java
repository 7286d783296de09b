package org.pgpoollab.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.pgpoollab.topology.Node;

/** Several logs as one, in the order of time. A line without a time stays behind the one that it belongs to. */
final class LogMerge implements AutoCloseable {

    private final List<LogTail> tails;
    private final List<LogTail> idle = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /** By time; at the same time the earlier file in the list goes first, which keeps a line's continuation with it. */
    private final PriorityQueue<Ready> ready = new PriorityQueue<>(
            Comparator.comparing((Ready next) -> next.line().at()).thenComparingInt(Ready::place));

    private record Ready(LogLine line, int place, LogTail tail) {}

    LogMerge(List<LogTail> tails) {
        this.tails = List.copyOf(tails);
        idle.addAll(tails);
    }

    /** All logs of a node: PostgreSQL's and repmgr's, or Pgpool-II's. */
    static List<LogTail> of(Node node, Path directory, LogClock clock, boolean grow) {
        var files = node.isPostgres() ? List.of("postgresql.log", "repmgr.log") : List.of("pgpool.log");
        return files.stream()
                .map(file -> new LogTail(node, directory.resolve(file), clock, grow))
                .toList();
    }

    /** Looks again at the logs that had nothing more to say. */
    void look() {
        var waiting = List.copyOf(idle);
        idle.clear();
        waiting.forEach(this::queue);
    }

    /** The next line; empty if there is none now. */
    Optional<LogLine> next() {
        var next = ready.poll();
        if (next == null) {
            return Optional.empty();
        }
        next.tail().take();
        queue(next.tail());
        return Optional.of(next.line());
    }

    /** What could not be read, and why; each told once. */
    List<String> complaints() {
        var complaints = List.copyOf(unreadable);
        unreadable.clear();
        return complaints;
    }

    @Override
    public void close() {
        tails.forEach(LogTail::close);
    }

    private void queue(LogTail tail) {
        try {
            tail.head()
                    .ifPresentOrElse(
                            line -> ready.add(new Ready(line, tails.indexOf(tail), tail)), () -> idle.add(tail));
        } catch (IOException e) {
            unreadable.add(tail.path() + " cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
