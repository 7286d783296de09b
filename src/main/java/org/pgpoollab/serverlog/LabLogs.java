package org.pgpoollab.serverlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/** The log files of a lab on this machine. A file that is missing or cannot be read has no lines. */
public record LabLogs(LabDirectory directory) implements ServerLogs {

    @Override
    public Stream<LogLine> lines(List<Node> nodes, Instant from) {
        var clock = new LogClock();
        var tails = nodes.stream()
                .flatMap(node -> LogMerge.of(node, directory.of(node), clock, false).stream())
                .map(log -> log.since(from))
                .toList();
        var logs = new LogMerge(tails);
        logs.look();
        return Stream.iterate(logs.next(), Optional::isPresent, line -> logs.next())
                .onClose(logs::close)
                .map(Optional::orElseThrow)
                .filter(line -> !line.at().isBefore(from));
    }
}
