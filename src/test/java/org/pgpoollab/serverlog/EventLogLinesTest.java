package org.pgpoollab.serverlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

class EventLogLinesTest {

    private static final Instant AT = Instant.parse("2026-11-23T07:00:30Z");

    @TempDir
    private Path lab;

    @Test
    void linesOfTheNodeAndLinesThatNameItBelongToAnEvent() {
        var event = event("pg-1");

        assertEquals(
                List.of("its own", "[WARNING] unable to ping \"host=pg-1 port=5432\""),
                texts(of(
                        event,
                        List.of(
                                line(Node.postgres(1), "its own", AT),
                                line(Node.postgres(0), "another's", AT),
                                line(Node.postgres(2), "about pg-10", AT),
                                line(Node.postgres(2), "[WARNING] unable to ping \"host=pg-1 port=5432\"", AT)))));
    }

    @Test
    void onlyTheTimeAroundTheEventCounts() {
        var node = Node.postgres(1);

        assertEquals(
                List.of("the cause", "at the end"),
                texts(of(
                        event("pg-1"),
                        List.of(
                                line(
                                        node,
                                        "long before",
                                        AT.minus(EventLogLines.BEFORE).minusMillis(1)),
                                line(node, "the cause", AT.minus(EventLogLines.BEFORE)),
                                line(node, "at the end", AT.plus(EventLogLines.AFTER)),
                                line(node, "later", AT.plus(EventLogLines.AFTER).plusMillis(1))))));
    }

    @Test
    void anEventWithoutANodeConcernsAll() {
        assertEquals(
                List.of("one", "two"),
                texts(of(event(), List.of(line(Node.postgres(0), "one", AT), line(Node.pgpool(2), "two", AT)))));
    }

    @Test
    void theLogsOfAllProgramsAreReadInTheOrderOfTime() throws IOException {
        write("pg-1", "postgresql.log", "2026-11-23 07:00:20.000 UTC [7] LOG:  received fast shutdown request\n");
        write("pg-0", "repmgr.log", "[2026-11-23 07:00:21] [WARNING] unable to ping \"host=pg-1\"\n");
        write(
                "pgpool-0",
                "pgpool.log",
                "2026-11-23 07:00:22.000: main pid 1: LOG:  failover done. shutdown host pg-1(5432)\n"
                        + "2026-11-23 08:00:00.000: main pid 1: LOG:  pg-1 an hour later\n");

        var lines = EventLogLines.of(event("pg-1"), Given.lab(3, 3).nodes(), new LabLogs(new LabDirectory(lab)));

        assertEquals(
                List.of(
                        "LOG:  received fast shutdown request",
                        "[WARNING] unable to ping \"host=pg-1\"",
                        "main pid 1: LOG:  failover done. shutdown host pg-1(5432)"),
                lines.stream().map(LogLine::withoutTime).toList());
    }

    private static Event event(String... nodes) {
        return new Event(AT, Event.Kind.NODE, Event.Effect.TROUBLE, List.of(nodes), "it is gone", Event.Source.SEEN);
    }

    private static List<LogLine> of(Event event, List<LogLine> lines) {
        return EventLogLines.of(
                event,
                Given.lab(3, 3).nodes(),
                (nodes, from) -> lines.stream().filter(line -> !line.at().isBefore(from)));
    }

    private static LogLine line(Node node, String text, Instant at) {
        return new LogLine(at, node, "postgresql.log", text);
    }

    private static List<String> texts(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).toList();
    }

    private void write(String node, String file, String text) throws IOException {
        Files.createDirectories(lab.resolve(node));
        Files.writeString(lab.resolve(node).resolve(file), text);
    }
}
