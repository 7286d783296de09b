package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;

class LedgerTest {

    private static final int A_MILLION = 1_000_000;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("1.ledger");
    }

    @Test
    void everyEntryIsReadAsItWasWritten() {
        try (var ledger = new WrittenLedger(file, 7, new LoadShape(2, 50, 0))) {
            ledger.acknowledged(10)
                    .failed(20, LedgerEntry.What.INDETERMINATE, "57P01")
                    .read(30, 2);
        }

        var ledger = Ledger.open(file).orElseThrow();
        var entries = entries(ledger);

        assertEquals(new LedgerHead(7, WrittenLedger.BEGAN, new LoadShape(2, 50, 0)), ledger.head());
        assertEquals(
                List.of("SENT", "ACKNOWLEDGED", "SENT", "INDETERMINATE", "READ"),
                entries.stream().map(entry -> entry.what().name()).toList());
        assertEquals(
                new LedgerEntry(
                        LedgerEntry.What.INDETERMINATE,
                        LedgerEntry.NOBODY,
                        0,
                        2,
                        20_000,
                        1000,
                        new SqlFailure("57P01", false)),
                entries.get(3));
        assertEquals(2, entries.get(4).node());
    }

    @Test
    void whatIsTornAtTheEndWasNeverAnEntry() throws IOException {
        try (var ledger = new WrittenLedger(file, 1, LoadShape.USUAL)) {
            ledger.acknowledged(10).acknowledged(20);
        }
        for (var torn = LedgerEntry.BYTES - 1; torn > 0; torn--) {
            shortenTo(LedgerHead.BYTES + 3L * LedgerEntry.BYTES + torn);

            assertEquals(3, entries(Ledger.open(file).orElseThrow()).size());
        }
    }

    @Test
    void aLedgerThatEndedInItsFirstLineIsNone() throws IOException {
        new WrittenLedger(file, 1, LoadShape.USUAL).close();
        shortenTo(LedgerHead.BYTES - 1);

        assertTrue(Ledger.open(file).isEmpty());
        assertTrue(Ledger.open(directory.resolve("absent")).isEmpty());
    }

    @Test
    void noRunWritesIntoTheLedgerOfAnother() {
        new WrittenLedger(file, 1, LoadShape.USUAL).close();

        assertThrows(UncheckedIOException.class, () -> new WrittenLedger(file, 1, LoadShape.USUAL));
    }

    @Test
    void bytesThatAreNoEntryAreAProblemAndNoCrash() throws IOException {
        new WrittenLedger(file, 1, LoadShape.USUAL).close();
        Files.write(file, new byte[LedgerEntry.BYTES], StandardOpenOption.APPEND);

        assertThrows(LabException.class, () -> entries(Ledger.open(file).orElseThrow()));
    }

    @Test
    void aMillionWritesAreReportedWithinSeconds() throws IOException {
        writeAMillion();
        var builder = new LoadReportBuilder(Instant.MIN, Instant.MAX, Instant.MAX, false, Optional.empty());

        var report = assertTimeout(Duration.ofSeconds(10), () -> {
            builder.read(Ledger.open(file).orElseThrow());
            return builder.report(LedgerTest::allButTheLast, List.of());
        });

        assertEquals(A_MILLION, report.writes().done());
        assertEquals(A_MILLION, report.verdict().acknowledged());
        assertEquals(1, report.verdict().lost());
        assertEquals(List.of(), report.disturbances());
    }

    /** Writes a million entries directly into the file, without a system call for each. */
    private void writeAMillion() throws IOException {
        var bytes = ByteBuffer.allocate(LedgerHead.BYTES + 2 * A_MILLION * LedgerEntry.BYTES);
        bytes.put(new LedgerHead(1, WrittenLedger.BEGAN, new LoadShape(4, 1000, 0)).bytes());
        for (var number = 1; number <= A_MILLION; number++) {
            var at = 1000L * number;
            new LedgerEntry(LedgerEntry.What.SENT, LedgerEntry.NOBODY, 0, number, at, 0, SqlFailure.NONE).write(bytes);
            new LedgerEntry(
                            LedgerEntry.What.ACKNOWLEDGED,
                            LedgerEntry.NOBODY,
                            0,
                            number,
                            at + 900,
                            900,
                            SqlFailure.NONE)
                    .write(bytes);
        }
        Files.write(file, bytes.array());
    }

    private static SurvivingRows.SurvivorRows allButTheLast(Map<Integer, LedgerAudit.Rows> runs) {
        for (var number = 1; number < A_MILLION; number++) {
            runs.get(1).add(number);
        }
        return new SurvivingRows.SurvivorRows("pg-1", "");
    }

    private void shortenTo(long length) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static List<LedgerEntry> entries(Ledger ledger) {
        var entries = new ArrayList<LedgerEntry>();
        ledger.forEach(entries::add);
        return entries;
    }
}
