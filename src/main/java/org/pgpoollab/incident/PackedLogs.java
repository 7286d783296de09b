package org.pgpoollab.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pgpoollab.journal.LogClock;
import org.pgpoollab.topology.Node;

/** The servers' logs in an incident. */
record PackedLogs(Map<String, byte[]> entries) {

    private record TimedLine(Instant at, String text) {}

    List<String> lastLines(Node node, Instant until, int count) {
        var lines = new ArrayList<TimedLine>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(IncidentFile.LOGS + node.name() + "/")) {
                lines.addAll(timed(new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        var before = lines.stream()
                .filter(line -> !line.at().isAfter(until))
                .sorted(Comparator.comparing(TimedLine::at))
                .map(TimedLine::text)
                .toList();
        return before.subList(Math.max(0, before.size() - count), before.size());
    }

    /** A line without a time has that of the line before. */
    private static List<TimedLine> timed(String log) {
        var clock = new LogClock();
        var lines = new ArrayList<TimedLine>();
        var last = Instant.MIN;
        for (var text : log.lines().toList()) {
            last = clock.time(text).orElse(last);
            lines.add(new TimedLine(last, text));
        }
        return lines;
    }
}
