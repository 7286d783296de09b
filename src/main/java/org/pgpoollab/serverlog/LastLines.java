package org.pgpoollab.serverlog;

import java.time.Instant;
import java.util.List;
import org.pgpoollab.topology.Node;

/** Reads the last lines of a node's logs, merged by time, without the lines that pgpool writes about each pcp connection. */
public final class LastLines {

    private LastLines() {}

    /** Reads the logs to their ends. The oldest line comes first. */
    public static List<String> of(ServerLogs logs, Node node, int count) {
        return of(logs, node, Instant.MAX, count);
    }

    /** Does the same up to a moment. */
    public static List<String> of(ServerLogs logs, Node node, Instant until, int count) {
        try (var lines = logs.lines(List.of(node), Instant.MIN)) {
            return lines.takeWhile(line -> !line.at().isAfter(until))
                    .filter(line -> !line.isPcpConnection())
                    .map(LogLine::text)
                    .collect(NewestLines.atMost(count));
        }
    }
}
