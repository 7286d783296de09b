package org.pgpoollab.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;

/**
 * Finds the log lines that belong to an event: those of its nodes, and those of others that name one of its nodes, from the time in which
 * its causes lie until it was certainly seen. An event that names no node concerns all.
 */
public final class EventLogLines {

    /** Tries of a health check and of repmgrd, and an election, come before what is seen of them. */
    static final Duration BEFORE = Duration.ofSeconds(20);

    /** An event that a watcher saw is told a moment after it happened; a line of repmgr has whole seconds only. */
    static final Duration AFTER = Duration.ofSeconds(3);

    /** The most lines, of which the newest are kept: a failover logs about a hundred on each node. */
    private static final int MOST = 400;

    private final Event event;
    private final Predicate<String> namesNode;

    private EventLogLines(Event event) {
        this.event = event;
        this.namesNode = namesAny(event.nodes());
    }

    /**
     * Reads the lines from the logs of all nodes, in the order of time.
     *
     * @param root the lab's directory
     */
    public static List<LogLine> read(Event event, Lab lab, Path root) {
        var clock = new LogClock();
        var from = event.at().minus(BEFORE);
        var tails = lab.nodes().stream()
                .flatMap(node -> LogMerge.of(node, root.resolve(node.name()), clock, false).stream())
                .map(log -> log.since(from))
                .toList();
        try (var logs = new LogMerge(tails)) {
            return new EventLogLines(event).from(logs);
        }
    }

    /** Returns those of the lines that belong to the event. */
    static List<LogLine> of(Event event, List<LogLine> lines) {
        var belonging = new EventLogLines(event);
        return lines.stream().filter(belonging::contains).toList();
    }

    private List<LogLine> from(LogMerge logs) {
        var found = new ArrayDeque<LogLine>();
        logs.look();
        for (var next = logs.next(); next.isPresent() && !isAfter(next.get()); next = logs.next()) {
            next.filter(this::contains).ifPresent(found::addLast);
            if (found.size() > MOST) {
                found.removeFirst();
            }
        }
        return new ArrayList<>(found);
    }

    private boolean contains(LogLine line) {
        return !line.at().isBefore(event.at().minus(BEFORE))
                && !isAfter(line)
                && !line.isPcpConnection()
                && !line.text().isBlank()
                && isAbout(line);
    }

    private boolean isAbout(LogLine line) {
        return event.nodes().isEmpty() || event.nodes().contains(line.node().name()) || namesNode.test(line.text());
    }

    private boolean isAfter(LogLine line) {
        Instant last = event.at().plus(AFTER);
        return line.at().isAfter(last);
    }

    /** Matches a text that has one of these names: pg-1 is not in pg-10. */
    private static Predicate<String> namesAny(List<String> names) {
        var any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w-])(?:" + any + ")(?![\\w-])").asPredicate();
    }
}
