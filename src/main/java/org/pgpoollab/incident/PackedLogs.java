package org.pgpoollab.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.serverlog.LogText;
import org.pgpoollab.serverlog.ServerLogs;
import org.pgpoollab.topology.Node;

/** The servers' logs in an incident. */
record PackedLogs(Map<String, byte[]> entries) implements ServerLogs {

    @Override
    public Stream<LogLine> lines(List<Node> nodes, Instant from) {
        return nodes.stream()
                .flatMap(this::ofNode)
                .filter(line -> !line.at().isBefore(from))
                .sorted(Comparator.comparing(LogLine::at));
    }

    private Stream<LogLine> ofNode(Node node) {
        var directory = IncidentFile.LOGS + node.name() + "/";
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(directory))
                .flatMap(entry -> LogText.lines(
                        node,
                        entry.getKey().substring(directory.length()),
                        new String(entry.getValue(), StandardCharsets.UTF_8)));
    }
}
