package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.Latency;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.Milestone.Kind;
import org.pgpoollab.load.ServiceGap;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class LoadReportsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final WriteAudit KEPT = new WriteAudit(12_345, 0, 4, 1, 0, 0, "pg-1", "");

    @Test
    void aReportTellsOutagesAndWhatMadeThemAndWhetherAllIsThere() {
        assertLines("""
                12:00:00.0 to 12:02:05.0 · 4 clients, 100 writes and 100 reads a second

                          done  failed  not told     p50     p95     p99  longest
                writes  12,345      45         4  1.2 ms   14 ms   40 ms    1.1 s
                reads   12,001       0         0  0.8 ms  4.0 ms  9.0 ms    18 ms
                reads answered by pg-1 8,001, pg-2 4,000

                ▲ 12:01:00.0  write outage 3.1 s
                    pg-0 silent +0.1 s, pg-1 promoted +2.9 s, pgpool-0 turned to pg-1 +3.0 s,
                    pgpool-0 holds pg-0 down +3.0 s
                    42 × 08001 no connection, 4 × 57P01 the server was shut down
                + counts from ▲: the last answer before the outage, or else the first error
                what changed counts from when it was seen, which a busy machine does late

                ● all 12,345 acknowledged writes are on pg-1
                4 writes were sent and never answered: 1 arrived
                """, report(List.of(outage()), KEPT));
    }

    @Test
    void ofALoadThatEndedByItselfNothingIsToldOfWhatCameLater() {
        var lines = report(List.of(), KEPT, "the ledger cannot be written: No space left on device")
                .lines(TerminalLook.PLAIN);

        assertTrue(
                lines.contains(
                                "▲ the load ended by itself at 12:02:05.0: the ledger cannot be written: No space left on device")
                        && lines.contains("what came later is not known"),
                lines::toString);
        assertFalse(lines.contains("● nothing was disturbed"), lines::toString);
    }

    @Test
    void oneLineTellsOneDisturbance() {
        assertEquals(
                "write outage 3.1 s: pg-0 silent +0.1 s, pg-1 promoted +2.9 s, pgpool-0 turned to pg-1 +3.0 s,"
                        + " pgpool-0 holds pg-0 down +3.0 s",
                LoadReportText.line(outage()));
    }

    @Test
    void whatIsLostIsSaidAndNotHiddenAndWithWhichVersions() {
        var lines = new LoadReportText(
                        report(List.of(), new WriteAudit(100, 3, 0, 0, 1, 2, "pg-1", ""))
                                .load(),
                        ZoneOffset.UTC,
                        ProgramVersions.of(
                                ProgramVersion.of(17), ProgramVersion.of(5, 5, 0), ProgramVersion.of(4, 6, 1)))
                .lines(TerminalLook.PLAIN);

        assertEquals("PostgreSQL 17, repmgr 5.5.0, Pgpool-II 4.6.1", lines.get(1));
        assertEquals(
                List.of(
                        "● nothing was disturbed",
                        "",
                        "✗ 3 of 100 acknowledged writes are lost: not on pg-1",
                        "✗ 1 are there more than once",
                        "✗ 2 are there that were refused, or that nobody sent"),
                lines.subList(lines.size() - 5, lines.size()));
    }

    @Test
    void withoutSurvivingRowsTheVerdictIsOpen() {
        var report = report(List.of(), WriteAudit.unknown(100, 1, "no primary answers"));

        var lines = report.lines(TerminalLook.PLAIN);

        assertEquals(
                "▲ what became of 100 acknowledged writes is not known: no primary answers",
                lines.get(lines.size() - 1));
        var verdict = (Map<?, ?>) report.json().get("verdict");
        assertEquals(null, verdict.get("lost"));
        assertEquals(false, verdict.get("known"));
    }

    @Test
    void noLineIsWiderThanEightyColumnsAndAsciiIsAscii() {
        var report = report(List.of(outage(), outage()), KEPT);

        for (var line : report.lines(TerminalLook.PLAIN)) {
            assertTrue(DisplayWidth.of(line) <= 80, line);
        }
        for (var line : report.lines(TerminalLook.ASCII)) {
            assertTrue(line.chars().allMatch(character -> character < 0x7f), line);
        }
    }

    @Test
    void howItGoesNow() {
        assertLines("""
                ● 4 clients, 100 writes and 100 reads a second, for 1 min 5 s
                last second  98 writes, 0 failed, p50 1.2 ms, p95 14 ms; 100 reads
                in all       6,400 writes acknowledged, 12 failed; longest gap 3.1 s
                """, new LoadStatusReport(loadStatus(98, "", Duration.ZERO), true, NOON));
        assertLines(
                """
                ✗ no write goes through, for 2.4 s: 08001 no connection
                last second  0 writes, 0 failed, p50 1.2 ms, p95 14 ms; 100 reads
                in all       6,400 writes acknowledged, 12 failed; longest gap 3.1 s
                """, new LoadStatusReport(loadStatus(0, "08001 no connection", Duration.ofMillis(2400)), true, NOON));
    }

    @Test
    void aLoadThatEndedOrHangsSaysSo() {
        var ended = new LoadStatusReport(loadStatus(98, "stopped", Duration.ZERO), false, NOON.plusSeconds(90));
        var killed = new LoadStatusReport(loadStatus(98, "", Duration.ZERO), false, NOON.plusSeconds(90));
        var hanging = new LoadStatusReport(loadStatus(98, "", Duration.ZERO), true, NOON.plusSeconds(90));

        assertEquals(
                "ended 1 min 30 s ago: stopped (4 clients, 100 writes and 100 reads a second)",
                ended.lines(TerminalLook.PLAIN).get(0));
        assertTrue(killed.lines(TerminalLook.PLAIN).get(0).contains("its process was killed"));
        assertTrue(hanging.lines(TerminalLook.PLAIN).get(0).startsWith("▲ "));
    }

    private static LoadStatus loadStatus(int acknowledged, String words, Duration gap) {
        return new LoadStatus(
                NOON,
                NOON.minusSeconds(65),
                LoadShape.USUAL,
                acknowledged,
                0,
                Duration.ofNanos(1_200_000),
                Duration.ofMillis(14),
                100,
                6400,
                12,
                gap,
                Duration.ofMillis(3100),
                List.of(new LoadStatus.Beat(acknowledged, 0)),
                words);
    }

    private static LoadReportText report(List<Disturbance> disturbances, WriteAudit verdict) {
        return report(disturbances, verdict, "");
    }

    private static LoadReportText report(List<Disturbance> disturbances, WriteAudit verdict, String ending) {
        return new LoadReportText(
                new LoadReport(
                        NOON,
                        NOON.plusSeconds(125),
                        LoadShape.USUAL,
                        new StatementOutcomes(12_345, 45, 4, latency(1.2, 14, 40, 1100)),
                        new StatementOutcomes(12_001, 0, 0, latency(0.8, 4, 9, 18)),
                        new TreeMap<>(Map.of("pg-1", 8001L, "pg-2", 4000L)),
                        ending,
                        disturbances,
                        verdict),
                ZoneOffset.UTC,
                ProgramVersions.UNKNOWN);
    }

    /** An outage whose first error came 0.2 s after the last acknowledged write. */
    private static Disturbance outage() {
        var begin = NOON.plusSeconds(60);
        return new Disturbance(
                begin.plusMillis(200),
                begin.plusMillis(3100),
                new ServiceGap(begin, Duration.ofMillis(3100), true),
                ServiceGap.none(begin),
                new TreeMap<>(Map.of("08001 no connection", 42, "57P01 the server was shut down", 4)),
                List.of(
                        new Milestone(begin.plusMillis(100), Kind.SILENT, List.of("pg-0"), "pg-0 silent"),
                        new Milestone(begin.plusMillis(2900), Kind.PROMOTED, List.of("pg-1"), "pg-1 promoted"),
                        new Milestone(
                                begin.plusMillis(3000), Kind.TURNED, List.of("pgpool-0"), "pgpool-0 turned to pg-1"),
                        new Milestone(
                                begin.plusMillis(3000), Kind.TURNED, List.of("pgpool-0"), "pgpool-0 holds pg-0 down")));
    }

    private static Latency latency(double p50, double p95, double p99, double longest) {
        return new Latency(millis(p50), millis(p95), millis(p99), millis(longest));
    }

    private static Duration millis(double milliseconds) {
        return Duration.ofNanos((long) (milliseconds * 1_000_000));
    }

    private static void assertLines(String expected, Report report) {
        assertEquals(expected.stripTrailing(), String.join("\n", report.lines(TerminalLook.PLAIN)));
    }
}
