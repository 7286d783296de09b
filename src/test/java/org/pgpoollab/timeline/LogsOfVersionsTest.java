package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.topology.Node;

/** Reads the log lines of every known version; the head of each file in src/test/resources/logs says where its lines come from. */
class LogsOfVersionsTest {

    private static final Path LOGS = Path.of("src/test/resources/logs");
    private static final String MEANS = "=> ";

    static List<String> logs() throws IOException {
        try (var files = Files.list(LOGS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+-[0-9.]+\\.log"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void eachLineIsReadAsItIsMeant(String log) throws IOException {
        var program = log.substring(0, log.indexOf('-'));
        var node = Node.parse(program.equals("pgpool") ? "pgpool-0" : "pg-0").orElseThrow();
        var meant = new ArrayList<String>();
        var read = new ArrayList<String>();
        var line = "";

        for (var text : Files.readAllLines(LOGS.resolve(log))) {
            if (text.startsWith(MEANS)) {
                meant.add(line + " " + text);
                read.add(line + " " + MEANS + read(node, program, line));
            }
            line = text;
        }

        assertEquals(meant, read);
        assertFalse(meant.isEmpty());
    }

    private static String read(Node node, String program, String line) {
        return ServerLogParser.of(node, program + ".log", line, Instant.EPOCH)
                .map(Event::text)
                .orElse("-");
    }

    @Test
    void everyMajorVersionOfPgpoolHasItsLog() throws IOException {
        var majors = logs().stream()
                .filter(log -> log.startsWith("pgpool-"))
                .map(log -> log.substring("pgpool-".length(), "pgpool-4.1".length()))
                .toList();

        assertEquals(List.of("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7"), majors);
    }
}
