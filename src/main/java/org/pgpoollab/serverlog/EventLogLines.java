package org.pgpoollab.serverlog;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

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
     * Reads the lines in the order of time.
     *
     * @param nodes all nodes of the lab
     */
    public static List<LogLine> of(Event event, List<Node> nodes, ServerLogs logs) {
        var belonging = new EventLogLines(event);
        var last = event.at().plus(AFTER);
        try (var lines = logs.lines(nodes, event.at().minus(BEFORE))) {
            return lines.takeWhile(line -> !line.at().isAfter(last))
                    .filter(belonging::contains)
                    .collect(NewestLines.atMost(MOST));
        }
    }

    private boolean contains(LogLine line) {
        return !line.isPcpConnection() && !line.text().isBlank() && isAbout(line);
    }

    private boolean isAbout(LogLine line) {
        return event.nodes().isEmpty() || event.nodes().contains(line.node().name()) || namesNode.test(line.text());
    }

    /** Matches a text that has one of these names: pg-1 is not in pg-10. */
    private static Predicate<String> namesAny(List<String> names) {
        var any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w-])(?:" + any + ")(?![\\w-])").asPredicate();
    }
}
