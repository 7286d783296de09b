package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.Golden;
import org.pgpoollab.topology.Node;

/**
 * Reads what real servers of several releases logged in the same drills and storms, so every pattern must match a line of every release.
 * The lines are chosen from what src/bench/log-lines collects.
 */
class RecordedLogsTest {

    private static final Path LOGS = Path.of("src/test/resources/logs/recorded");
    private static final List<String> PROGRAMS = List.of("postgresql", "repmgr", "pgpool");
    private static final int RELEASES = 3;
    private static final String MEANS = "=> ";

    /**
     * Lines that no drill or storm brings about, or only by chance, each by a part of its pattern. Of these the texts in the programs of every
     * version are tested instead, see {@link LogsOfVersionsTest}.
     */
    private static final List<String> RARE = List.of(
            "was terminated by (signal",
            "\"synchronous_standby_names\" changed",
            "\"synchronous_standby_names\" removed",
            "NETWORK ISOLATION",
            "failed to acquire the delegate IP");

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
    void everyPatternMatchesALineOfEveryVersion() throws IOException {
        var wrong = new ArrayList<String>();

        for (var program : PROGRAMS) {
            var logs = logs().stream()
                    .filter(log -> log.endsWith(program + ".log"))
                    .toList();
            assertEquals(RELEASES, logs.size());
            for (var pattern : ServerLogParser.patterns(program + ".log")) {
                var needed = isRare(pattern) ? textsOf(program) : logs;
                for (var log : needed) {
                    if (lines(log).stream().noneMatch(pattern.asPredicate())) {
                        wrong.add(log + " has no line for " + pattern);
                    }
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    private static boolean isRare(Pattern pattern) {
        return RARE.stream().anyMatch(pattern.pattern()::contains);
    }

    /** Returns the files with the texts that are in the programs of each version. */
    private static List<Path> textsOf(String program) throws IOException {
        try (var files = Files.list(LOGS.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(program + "-"))
                    .sorted()
                    .toList();
        }
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
