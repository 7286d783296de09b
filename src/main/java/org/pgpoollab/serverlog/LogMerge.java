package org.pgpoollab.serverlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.pgpoollab.topology.Node;

/** Merges several logs by time. A line without a time stays behind the line that it belongs to. */
public final class LogMerge implements AutoCloseable {

    private final List<LogTail> tails;
    private final List<LogTail> idle = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Ordered by time. At the same time the earlier file in the list comes first, so that a continuation line stays with its line. */
    private final PriorityQueue<Ready> ready = new PriorityQueue<>(
            Comparator.comparing((Ready next) -> next.line().at()).thenComparingInt(Ready::place));

    private record Ready(LogLine line, int place, LogTail tail) {}

    public LogMerge(List<LogTail> tails) {
        this.tails = List.copyOf(tails);
        idle.addAll(tails);
    }

    /** Opens all logs of a node: those of PostgreSQL and repmgr, or that of Pgpool-II. */
    public static List<LogTail> of(Node node, Path directory, LogClock clock, boolean grow) {
        var files = node.isPostgres() ? List.of("postgresql.log", "repmgr.log") : List.of("pgpool.log");
        return files.stream()
                .map(file -> new LogTail(node, directory.resolve(file), clock, grow))
                .toList();
    }

    /** Reads again the logs that had no more lines. */
    public void look() {
        var waiting = List.copyOf(idle);
        idle.clear();
        waiting.forEach(this::queue);
    }

    /** Returns the next line; empty if there is none now. */
    public Optional<LogLine> next() {
        var next = ready.poll();
        if (next == null) {
            return Optional.empty();
        }
        next.tail().take();
        queue(next.tail());
        return Optional.of(next.line());
    }

    /** Returns which logs could not be read, and why, each once. */
    public List<String> complaints() {
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
