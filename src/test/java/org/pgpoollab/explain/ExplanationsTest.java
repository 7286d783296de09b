package org.pgpoollab.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.version.ProgramVersion;

class ExplanationsTest {

    private static final int LONGEST_SUMMARY = 110;
    private static final Set<String> MANUALS = Set.of(
            "https://www.pgpool.net/docs/latest/en/html/",
            "https://www.postgresql.org/docs/current/",
            "https://www.repmgr.org/docs/current/");

    private final Explanations catalogue = Explanations.catalogue();

    @Test
    void aWordIsFoundInAnyCaseAndWithBlanksHyphensOrUnderscores() {
        for (var typed : List.of("quorum absent", "QUORUM_ABSENT", "Quorum-Absent", " QUORUM  ABSENT ")) {
            assertEquals(List.of("quorum-absent"), names(typed));
        }
    }

    @Test
    void aWordOfTwoProgramsHasTwoExplanations() {
        assertEquals(List.of("standby", "watchdog-standby"), names("standby"));
    }

    @Test
    void anErrorCodeIsFoundAloneAndInALine() {
        assertEquals(List.of("sqlstate-57P01"), names("57P01"));
        assertEquals(List.of("sqlstate-53300"), names("psql: error: something 53300 happened"));
    }

    @Test
    void aLineIsFoundWithAndWithoutItsTimeAndInLowerCase() {
        assertEquals(List.of("sqlstate-57P01"), names("FATAL: terminating connection due to administrator command"));
        assertEquals(
                List.of("failover-done"),
                names("2026-11-29 03:28:02.443: main pid 13: LOG:  === Failover done. shutdown host pg-0(5432) ==="));
        assertEquals(List.of("watchdog-quorum-lost"), names("we have lost the quorum"));
    }

    @Test
    void ofTwoPatternsTheLongerOneCounts() {
        assertEquals(List.of("watchdog-deescalates"), names("LOG:  watchdog de-escalation successful"));
        assertEquals(List.of("watchdog-escalates"), names("LOG:  watchdog escalation successful"));
    }

    @Test
    void aLogLineIsExplainedByTheProgramThatWroteIt() {
        assertEquals("shut-down", ofLog("postgresql.log", "LOG:  shutting down"));
        assertEquals("pgpool-stops", ofLog("pgpool.log", "LOG:  shutting down"));
        assertEquals("", ofLog("other.log", "LOG:  shutting down"));
    }

    @Test
    void aLogLineIsExplainedByWhatHappenedAndNotByItsCause() {
        assertEquals(
                "receiver-lost",
                ofLog(
                        "postgresql.log",
                        "FATAL:  could not receive data from WAL stream: server closed the connection unexpectedly"));
    }

    @Test
    void whatPostgresAnsweredIsExplainedInOtherLogsToo() {
        assertEquals(
                "sqlstate-57P01", ofLog("repmgr.log", "FATAL:  terminating connection due to administrator command"));
    }

    @Test
    void theNearestIsOneSpelledAlikeOrOneWithWordsInCommon() {
        var nearest = new NearestExplanations(catalogue);

        assertEquals("quarantine", nearest.to("quarantin").get(0));
        assertEquals("57P01", nearest.to("57P0l").get(0));
        assertTrue(nearest.to("terminated because of the administrator").contains("57P01"));
        assertEquals(List.of(), nearest.to("xyzzy"));
        assertEquals(List.of(), catalogue.of("xyzzy"));
    }

    @Test
    void everyStateOfABackendAndOfTheWatchdogIsKnown() {
        var states = Stream.concat(
                Stream.of(BackendStatus.values()).map(BackendStatus::toString),
                Stream.of("LEADER STANDBY LOST SHUTDOWN DEAD LOADING JOINING INITIALIZING MEMBER".split(" ")));

        assertEquals(
                List.of(), states.filter(state -> catalogue.of(state).isEmpty()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "waiting",
                "quarantine",
                "unused",
                "QUORUM EXIST",
                "QUORUM ABSENT",
                "QUORUM IS ON THE EDGE",
                "! running as primary",
                "? unreachable",
                "- failed",
                "timeline",
                "lag",
                "replication_state",
                "57P01",
                "57P03",
                "08001",
                "08006",
                "53300",
                "XX000",
                "25006",
                "40001",
                "VIP",
                "escalation",
                "lifecheck",
                "health check",
                "consensus",
                "fencing",
                "pg_rewind",
                "failover_when_quorum_exists",
                "search_primary_node_timeout"
            })
    void aWordOfTheFieldIsKnown(String word) {
        assertFalse(catalogue.of(word).isEmpty());
    }

    @Test
    void aSecondWordIsCompletedAfterTheFirst() {
        var words = new ExplainedWords(catalogue);

        assertTrue(words.next(List.of()).containsAll(List.of("quarantine", "QUORUM", "57P01")));
        assertTrue(words.next(List.of("quorum")).containsAll(List.of("EXIST", "ABSENT", "ON")));
        assertEquals(List.of("EDGE"), words.next(List.of("QUORUM", "on", "the")));
        assertEquals(List.of(), words.next(List.of("quarantine")));
    }

    @Test
    void everyNameIsThereOnce() {
        var all = catalogue.all().stream().map(Explanation::name).toList();

        assertEquals(all.size(), Set.copyOf(all).size());
    }

    @Test
    void aSummaryFitsOneLineAndTextsAreSentences() {
        var others = new TreeSet<String>();
        for (var explanation : catalogue.all()) {
            if (explanation.summary().length() > LONGEST_SUMMARY
                    || !explanation.meaning().endsWith(".")) {
                others.add(explanation.name() + ": " + explanation.meaning());
            }
            if (!explanation.cause().isEmpty() && !explanation.cause().endsWith(".")) {
                others.add(explanation.name() + ": " + explanation.cause());
            }
        }

        assertEquals(Set.of(), others);
    }

    @Test
    void everyExplanationNamesAPageOfAManual() {
        var others = catalogue.all().stream()
                .map(Explanation::manual)
                .filter(page -> MANUALS.stream().noneMatch(page::startsWith) || !page.matches(".*/[a-z0-9-]+\\.html"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), others);
    }

    @Test
    void noTextOfOneProgramIsGivenTwice() {
        var twice = new TreeSet<String>();
        for (var explanation : catalogue.all()) {
            for (var pattern : explanation.lines()) {
                catalogue.all().stream()
                        .filter(other ->
                                !other.equals(explanation) && other.programs().equals(explanation.programs()))
                        .filter(other -> other.lines().stream()
                                .anyMatch(line -> line.text().equals(pattern.text())))
                        .forEach(other -> twice.add(explanation.name() + ": " + pattern.text()));
            }
        }

        assertEquals(Set.of(), twice);
    }

    @Test
    void versionsAreARangeThatIsOpenOnOneSide() {
        assertTrue(new VersionRange("4.4-").contains(ProgramVersion.of(4, 6, 1)));
        assertFalse(new VersionRange("4.4-").contains(ProgramVersion.of(4, 3, 5)));
        assertTrue(new VersionRange("-4.3").contains(ProgramVersion.of(4, 3, 5)));
        assertFalse(new VersionRange("-4.3").contains(ProgramVersion.of(4, 4)));
        assertEquals("4.3 and earlier", new VersionRange("-4.3").sentence());
        assertEquals("", VersionRange.ALL.sentence());
    }

    private List<String> names(String text) {
        return catalogue.of(text).stream().map(Explanation::name).toList();
    }

    private String ofLog(String file, String line) {
        return catalogue
                .ofLogLine(file, line)
                .map(found -> found.explanation().name())
                .orElse("");
    }
}
