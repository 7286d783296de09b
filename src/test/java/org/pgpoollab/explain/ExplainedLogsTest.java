package org.pgpoollab.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.explain.LoggedLines.Line;
import org.pgpoollab.timeline.ServerLogParser;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersion;

/**
 * Tests that the lines which servers log while a lab is broken and repaired have an explanation: at least 95 % of all messages of level
 * LOG and above, counted once each and as often as they were logged, and every event.
 */
class ExplainedLogsTest {

    private static final double LEAST = 0.95;

    /** The versions of each release of which the lines are. */
    private static final Map<String, Map<LabProgram, ProgramVersion>> VERSIONS = Map.of(
            "machine", versions(15, 5, 3, 4, 3),
            "trixie", versions(17, 5, 5, 4, 6),
            "sid", versions(18, 5, 5, 4, 7));

    private static Map<LabProgram, ProgramVersion> versions(
            int postgres, int repmgr, int repmgrMinor, int pgpool, int pgpoolMinor) {
        return Map.of(
                LabProgram.POSTGRESQL, ProgramVersion.of(postgres),
                LabProgram.REPMGR, ProgramVersion.of(repmgr, repmgrMinor),
                LabProgram.PGPOOL, ProgramVersion.of(pgpool, pgpoolMinor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "trixie", "sid"})
    void nearlyEveryMessageIsExplained(String release) {
        var messages = LoggedLines.of(release).messages();
        var severe = messages.stream().filter(Line::isSevere).toList();

        System.out.printf(
                "%s: %d distinct messages, %.1f %% explained; as logged %.1f %%; of WARNING and above %d, %.1f %%; as logged %.1f %%%n",
                release,
                messages.size(),
                100 * distinct(messages),
                100 * asLogged(messages),
                severe.size(),
                100 * distinct(severe),
                100 * asLogged(severe));
        assertTrue(messages.size() > 150, release + " has " + messages.size() + " messages");
        for (var share : List.of(distinct(messages), asLogged(messages), distinct(severe), asLogged(severe))) {
            assertTrue(share >= LEAST, share + " of " + release + ", without " + unexplained(messages));
        }
    }

    private static double distinct(Collection<Line> lines) {
        return (double) lines.stream().filter(Line::isExplained).count() / lines.size();
    }

    private static double asLogged(Collection<Line> lines) {
        var explained =
                lines.stream().filter(Line::isExplained).mapToLong(Line::count).sum();
        return (double) explained / lines.stream().mapToLong(Line::count).sum();
    }

    private static List<String> unexplained(Collection<Line> lines) {
        return lines.stream()
                .filter(line -> !line.isExplained())
                .map(line -> "\n" + line.file() + " " + line.text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "trixie", "sid"})
    void everyLineThatTellsAnEventIsExplained(String release) {
        var untold = LoggedLines.of(release).lines().stream()
                .filter(line -> ServerLogParser.of(node(line), line.file(), line.text(), Instant.EPOCH)
                        .isPresent())
                .filter(line -> !line.isExplained())
                .toList();

        assertEquals(List.of(), untold);
    }

    private static Node node(Line line) {
        var lab = Given.healthy().state().lab();
        return line.file().equals("pgpool.log")
                ? lab.pgpoolNodes().get(1)
                : lab.postgresNodes().get(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "trixie", "sid"})
    void aPatternOfSomeVersionsIsFoundInLinesOfThese(String release) {
        var strange = LoggedLines.of(release).messages().stream()
                .flatMap(line -> Explanations.catalogue().ofLogLine(line.file(), line.text()).stream())
                .filter(found -> found.explanation().programs().stream()
                        .noneMatch(program -> found.pattern()
                                .versions()
                                .contains(VERSIONS.get(release).get(program))))
                .map(found -> found.pattern().text())
                .toList();

        assertEquals(List.of(), strange);
    }

    @Test
    void aDetailIsNoMessage() {
        var line = new Line("pgpool.log", 1, "watchdog: DETAIL:  waiting for the quorum to start escalation process");

        assertTrue(!line.isMessage());
    }
}
