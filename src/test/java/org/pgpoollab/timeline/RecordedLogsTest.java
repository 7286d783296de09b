package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.Golden;
import org.pgpoollab.topology.Node;

/**
 * Reads what real servers of several releases logged while the same troubles came over a lab: src/test/record-logs. Because all went through
 * the same, a pattern that matches on one release must match on every other, unless it is known that the line is not written there.
 */
class RecordedLogsTest {

    private static final Path LOGS = Path.of("src/test/resources/logs/recorded");
    private static final List<String> PROGRAMS = List.of("postgresql", "repmgr", "pgpool");
    private static final String MEANS = "=> ";

    /** What is not logged in every recording, by a part of the pattern, with the reason. */
    private static final Map<String, String> NOT_EVERYWHERE = Map.of();

    static List<Path> logs() throws IOException {
        try (var files = Files.walk(LOGS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void eachLineIsReadAsItIsMeantAndAllOthersAreNoEvents(Path log) throws IOException {
        var read = new StringBuilder();

        for (var line : lines(log)) {
            read.append(line).append('\n');
            ServerLogParser.of(node(log), log.getFileName().toString(), line, Instant.EPOCH)
                    .ifPresent(event -> read.append(MEANS).append(event.text()).append('\n'));
        }

        Golden.assertSameFile(log, read.toString());
    }

    @Test
    void aPatternThatMatchesOnOneReleaseMatchesOnAll() throws IOException {
        var wrong = new ArrayList<String>();

        for (var program : PROGRAMS) {
            var logs = logs().stream()
                    .filter(log -> log.endsWith(program + ".log"))
                    .toList();
            matches(program, logs).forEach((pattern, releases) -> {
                var isKnown = NOT_EVERYWHERE.keySet().stream().anyMatch(pattern::contains);
                if (releases.isEmpty() == isKnown || releases.size() < logs.size() && !isKnown) {
                    wrong.add(program + ": " + pattern + " matches on " + releases);
                }
            });
        }

        assertEquals(List.of(), wrong);
    }

    private static Map<String, TreeSet<String>> matches(String program, List<Path> logs) throws IOException {
        var matches = new TreeMap<String, TreeSet<String>>();
        for (var pattern : ServerLogParser.patterns(program + ".log")) {
            var releases = new TreeSet<String>();
            for (var log : logs) {
                if (lines(log).stream().anyMatch(pattern.asPredicate())) {
                    releases.add(log.getParent().getFileName().toString());
                }
            }
            matches.put(pattern.pattern(), releases);
        }
        return matches;
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !line.startsWith(MEANS))
                .toList();
    }

    private static Node node(Path log) {
        return log.endsWith("pgpool.log") ? Node.pgpool(0) : Node.postgres(0);
    }
}
