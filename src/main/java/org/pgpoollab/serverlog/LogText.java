package org.pgpoollab.serverlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.pgpoollab.topology.Node;

/** The text of a log that is in memory. */
public final class LogText {

    private LogText() {}

    /** @param file the name of the log file that it was in */
    public static Stream<LogLine> lines(Node node, String file, String text) {
        var clock = new LogClock();
        var lines = new ArrayList<LogLine>();
        var last = Instant.MIN;
        for (var line : text.lines().toList()) {
            last = clock.time(line).orElse(last);
            lines.add(LogLine.of(last, node, file, line));
        }
        return lines.stream();
    }
}
