package org.pgpoollab.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.pgpoollab.topology.Node;

/** Reads the last lines of a node's logs, merged by time, without the lines that pgpool writes about each pcp connection. */
public final class LastLines {

    private LastLines() {}

    /**
     * Reads the logs to their ends.
     *
     * @param directory the node's directory
     * @param count the most lines to return; the oldest comes first, and control characters are made visible
     */
    public static List<String> of(Node node, Path directory, int count) {
        return of(node, directory, Instant.MAX, count);
    }

    /** Does the same up to a moment. */
    public static List<String> of(Node node, Path directory, Instant until, int count) {
        var last = new ArrayDeque<String>();
        try (var logs = new LogMerge(LogMerge.of(node, directory, new LogClock(), false))) {
            logs.look();
            for (var line = logs.next();
                    line.filter(one -> !one.at().isAfter(until)).isPresent();
                    line = logs.next()) {
                line.filter(one -> !one.isPcpConnection()).map(LogLine::text).ifPresent(last::addLast);
                if (last.size() > count) {
                    last.removeFirst();
                }
            }
        }
        return List.copyOf(last);
    }
}
