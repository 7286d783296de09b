package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.load.WrittenLedger.at;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.load.Milestone.Kind;

/** Tests the report of a known ledger. */
class LoadReportBuilderTest {

    private static final LoadShape SHAPE = new LoadShape(1, 100, 100);

    @TempDir
    Path directory;

    private int runs;
    private List<Milestone> milestones = List.of();

    @Test
    void aQuietLoadWasNotDisturbed() {
        var report = report(ledger -> ledger.acknowledgedFrom(10, 5000));

        assertEquals(List.of(), report.disturbances());
        assertEquals(500, report.writes().done());
        assertEquals(at(10), report.from());
        assertEquals(at(5000), report.to());
    }

    @Test
    void anOutageIsFromTheLastAcknowledgementBeforeToTheFirstAfter() {
        var disturbance = onlyDisturbance(ledger -> ledger.acknowledgedFrom(10, 2000)
                .failed(2005, LedgerEntry.What.INDETERMINATE, "57P01")
                .failed(2500, LedgerEntry.What.NO_WAY_TO_WRITE, "08001")
                .failed(3000, LedgerEntry.What.NO_WAY_TO_WRITE, "08001")
                .acknowledgedFrom(5100, 9000));

        assertEquals(at(2005), disturbance.firstError());
        assertEquals(at(2000), disturbance.writes().from());
        assertEquals(Optional.of(Duration.ofMillis(3100)), disturbance.writeOutage());
        assertTrue(disturbance.writes().isOver());
        assertEquals(Map.of("57P01 the server was shut down", 1, "08001 no connection", 2), disturbance.errors());
    }

    @Test
    void whatFailsSoonAfterBelongsToTheSameMisfortuneAndWhatFailsLaterDoesNot() {
        var report = report(ledger -> ledger.acknowledgedFrom(10, 1000)
                .failed(1005, LedgerEntry.What.REFUSED, "25006")
                .acknowledgedFrom(1500, 4000)
                .failed(4005, LedgerEntry.What.REFUSED, "25006")
                .acknowledgedFrom(4800, 20000)
                .failed(20005, LedgerEntry.What.REFUSED, "53300")
                .acknowledgedFrom(20010, 21000));

        assertEquals(
                List.of(at(1005), at(20005)),
                report.disturbances().stream().map(Disturbance::firstError).toList());
        assertEquals(
                List.of(Optional.of(Duration.ofMillis(800)), Optional.empty()),
                report.disturbances().stream().map(Disturbance::writeOutage).toList());
    }

    @Test
    void aHangOfWhichNobodyComplainedIsADisturbanceToo() {
        var disturbance =
                onlyDisturbance(ledger -> ledger.acknowledgedFrom(10, 1000).acknowledgedFrom(2800, 4000));

        assertEquals(Optional.of(Duration.ofMillis(1800)), disturbance.writeOutage());
        assertEquals(at(2000), disturbance.firstError());
        assertEquals(Map.of(), disturbance.errors());
    }

    @Test
    void anOutageThatGoesOnIsAtLeastAsLongAsWasSeen() {
        var disturbance = onlyDisturbance(ledger -> ledger.acknowledgedFrom(10, 1000)
                .failed(1200, LedgerEntry.What.NO_WAY_TO_WRITE, "08001")
                .failed(4000, LedgerEntry.What.NO_WAY_TO_WRITE, "08001"));

        assertEquals(Optional.of(Duration.ofSeconds(3)), disturbance.writeOutage());
        assertFalse(disturbance.writes().isOver());
    }

    @Test
    void readsMayGoOnWhileWritesDoNot() {
        var disturbance = onlyDisturbance(ledger -> {
            ledger.acknowledgedFrom(10, 1000).failed(1005, LedgerEntry.What.REFUSED, "25006");
            for (var at = 1010; at < 3000; at += 10) {
                ledger.read(at, at % 3);
            }
            for (var at = 3000; at < 4000; at += 10) {
                ledger.read(at, at % 3).acknowledged(at);
            }
        });

        assertEquals(Optional.of(Duration.ofSeconds(2)), disturbance.writeOutage());
        assertEquals(Optional.empty(), disturbance.readOutage());
    }

    @Test
    void aCommandThatWasGivenShortlyBeforeIsAmongTheCauses() {
        milestones = List.of(
                milestone(1000, Kind.COMMAND, "command load start"),
                milestone(9000, Kind.COMMAND, "command attach pg-2"),
                milestone(11_000, Kind.COMMAND, "command attach pg-1"));

        var disturbance = onlyDisturbance(ledger -> ledger.acknowledgedFrom(10, 12_000)
                .failed(12_005, LedgerEntry.What.INDETERMINATE, "57P01")
                .acknowledgedFrom(13_100, 14_000));

        assertEquals(milestones.subList(1, 3), disturbance.milestones());
    }

    @Test
    void theTurnsOfTheLabStandWithTheDisturbanceThatTheyMadeOrMended() {
        milestones = List.of(
                milestone(500, Kind.VIP_MOVED, "VIP moved to pgpool-1"),
                milestone(1900, Kind.SILENT, "pg-0 silent"),
                milestone(4000, Kind.PROMOTED, "pg-1 promoted"),
                milestone(6000, Kind.REDUNDANT, "redundant again"),
                milestone(8000, Kind.WHOLE, "whole again"),
                milestone(9000, Kind.SILENT, "pg-2 silent"));

        var disturbance = onlyDisturbance(ledger -> ledger.acknowledgedFrom(10, 2000)
                .failed(2005, LedgerEntry.What.INDETERMINATE, "57P01")
                .acknowledgedFrom(5100, 12000));

        assertEquals(milestones.subList(1, 5), disturbance.milestones());
        assertEquals(Optional.of(Duration.ofSeconds(4)), disturbance.untilRedundant());
        assertEquals(Optional.of(Duration.ofSeconds(6)), disturbance.untilWhole());
    }

    @Test
    void aLabThatWasWholeOnlyForAMomentIsWholeWhenItStaysSo() {
        milestones = List.of(
                milestone(2500, Kind.WHOLE, "whole again"),
                milestone(3000, Kind.SILENT, "pg-0 silent"),
                milestone(5200, Kind.REDUNDANT, "redundant again"),
                milestone(8000, Kind.REDUNDANT, "redundant again"),
                milestone(8100, Kind.WHOLE, "whole again"));

        var disturbance = onlyDisturbance(ledger -> ledger.acknowledgedFrom(10, 1000)
                .failed(1005, LedgerEntry.What.INDETERMINATE, "08006")
                .acknowledgedFrom(1010, 3000)
                .failed(3005, LedgerEntry.What.INDETERMINATE, "57P01")
                .acknowledgedFrom(5100, 12000));

        assertEquals(milestones, disturbance.milestones());
        assertEquals(Optional.of(Duration.ofMillis(2200)), disturbance.untilRedundant());
        assertEquals(Optional.of(Duration.ofMillis(5100)), disturbance.untilWhole());
    }

    @Test
    void onlyTheTimeThatIsAskedForCounts() {
        write(ledger -> ledger.acknowledgedFrom(10, 1000)
                .failed(1005, LedgerEntry.What.INDETERMINATE, "08006")
                .acknowledgedFrom(1010, 10000));

        var report = report(at(2000), at(3000), LoadTableWith.ALL);

        assertEquals(101, report.writes().done());
        assertEquals(List.of(), report.disturbances());
        assertEquals(101, report.verdict().acknowledged());
        assertEquals(0, report.verdict().lost());
        assertEquals(0, report.verdict().unexplained());
    }

    @Test
    void noRunHidesWhatAnotherHasLost() {
        write(ledger -> ledger.acknowledged(10).acknowledged(20));
        write(ledger -> ledger.acknowledged(10));

        var verdict = report(Instant.MIN, Instant.MAX, rows(Map.of(1, List.of(1), 2, List.of(1))))
                .verdict();

        assertEquals(3, verdict.acknowledged());
        assertEquals(1, verdict.lost());
        assertFalse(verdict.isKept());
    }

    @Test
    void aWriteThatNobodyWasToldOfMayHaveArrivedOrNot() {
        write(ledger -> {
            ledger.acknowledged(10)
                    .failed(20, LedgerEntry.What.INDETERMINATE, "08006")
                    .failed(30, LedgerEntry.What.INDETERMINATE, "08006");
            ledger.sent(40);
        });

        var verdict = report(Instant.MIN, Instant.MAX, rows(Map.of(1, List.of(1, 2, 4))))
                .verdict();

        assertEquals(3, verdict.indeterminate());
        assertEquals(2, verdict.arrived());
        assertTrue(verdict.isKept());
    }

    @Test
    void aWriteOnItsWayIsNotCountedWhileTheLoadGoesOn() {
        write(ledger -> {
            ledger.acknowledged(10);
            ledger.sent(40);
        });
        var builder = new LoadReportBuilder(Instant.MIN, Instant.MAX, at(100), true, Optional.empty());
        builder.read(Ledger.open(file(1)).orElseThrow());

        var verdict = builder.report(rows(Map.of(1, List.of(1, 2))), List.of()).verdict();

        assertEquals(0, verdict.indeterminate());
        assertTrue(verdict.isKept());
    }

    @Test
    void rowsThatAreThereTwiceOrWereRefusedOrNeverSentAreTold() {
        write(ledger -> ledger.acknowledged(10).failed(20, LedgerEntry.What.REFUSED, "25006"));

        var verdict = report(Instant.MIN, Instant.MAX, rows(Map.of(1, List.of(1, 1, 2, 99))))
                .verdict();

        assertEquals(1, verdict.duplicated());
        assertEquals(2, verdict.unexplained());
        assertEquals(0, verdict.lost());
        assertFalse(verdict.isKept());
    }

    @Test
    void withoutSurvivingRowsNothingIsSaidToBeKeptOrLost() {
        write(ledger -> ledger.acknowledged(10));

        var verdict = report(Instant.MIN, Instant.MAX, runs -> SurvivingRows.SurvivorRows.nobody("no primary answers"))
                .verdict();

        assertFalse(verdict.isKnown());
        assertFalse(verdict.isKept());
        assertEquals("no primary answers", verdict.doubt());
    }

    @Test
    void aSecondWithoutALoadIsNothingToReport() {
        write(ledger -> ledger.acknowledged(10));
        var builder = new LoadReportBuilder(at(5000), at(6000), at(6000), false, Optional.empty());

        builder.read(Ledger.open(file(1)).orElseThrow());

        assertTrue(builder.isEmpty());
    }

    @Test
    void whyTheLoadEndedIsToldUnlessSomebodyWantedItTo() {
        write(ledger -> ledger.acknowledged(10));
        var began = Ledger.open(file(1)).orElseThrow().head().began();

        assertEquals("the disk is full", ending(began, "the disk is full", false));
        assertEquals("its process was killed", ending(began, "", false));
        assertEquals("", ending(began, "", true));
        assertEquals("", ending(began, LoadStatus.STOPPED, false));
        assertEquals("", ending(began, LoadStatus.TAKEN_DOWN, false));
        assertEquals("", ending(began.plusSeconds(60), "the disk is full", false));
    }

    private String ending(Instant began, String words, boolean isRunning) {
        var status = new LoadMeter(SHAPE, began, 0).beat(at(1000), 1, words);
        var builder = new LoadReportBuilder(Instant.MIN, Instant.MAX, Instant.MAX, isRunning, Optional.of(status));
        builder.read(Ledger.open(file(1)).orElseThrow());
        return builder.report(LoadTableWith.ALL, List.of()).ending();
    }

    private Disturbance onlyDisturbance(Consumer<WrittenLedger> entries) {
        var disturbances = report(entries).disturbances();
        assertEquals(1, disturbances.size(), disturbances::toString);
        return disturbances.get(0);
    }

    private LoadReport report(Consumer<WrittenLedger> entries) {
        write(entries);
        return report(Instant.MIN, Instant.MAX, LoadTableWith.ALL);
    }

    private LoadReport report(Instant from, Instant to, SurvivingRows survivors) {
        var builder = new LoadReportBuilder(from, to, Instant.MAX, false, Optional.empty());
        for (var run = 1; run <= runs; run++) {
            builder.read(Ledger.open(file(run)).orElseThrow());
        }
        return builder.report(survivors, milestones);
    }

    private void write(Consumer<WrittenLedger> entries) {
        runs++;
        try (var ledger = new WrittenLedger(file(runs), runs, SHAPE)) {
            entries.accept(ledger);
        }
    }

    private Path file(int run) {
        return directory.resolve(run + ".ledger");
    }

    private static Milestone milestone(long millis, Kind kind, String text) {
        return new Milestone(at(millis), kind, List.of(), text);
    }

    private static SurvivingRows rows(Map<Integer, List<Integer>> there) {
        return runs -> {
            there.forEach((run, numbers) -> numbers.forEach(runs.get(run)::add));
            return new SurvivingRows.SurvivorRows("pg-1", "");
        };
    }

    /** A table that has every row that a test may write. */
    private static final class LoadTableWith {

        private static final SurvivingRows ALL = runs -> {
            runs.values().forEach(rows -> {
                for (var number = 1; number <= 990; number++) {
                    rows.add(number);
                }
            });
            return new SurvivingRows.SurvivorRows("pg-0", "");
        };
    }
}
