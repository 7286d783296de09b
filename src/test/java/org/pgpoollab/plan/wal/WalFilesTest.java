package org.pgpoollab.plan.wal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.TimelineHistory;
import org.pgpoollab.cluster.TimelineHistory.Span;
import org.pgpoollab.repair.WalDifference;

class WalFilesTest {

    private static final int SIZE = 1 << 20;
    private static final Span FIRST = new Span(1, new Lsn(0), TimelineHistory.OPEN_END);

    @TempDir
    Path directory;

    @Test
    void theFirstByteThatDiffersIsFoundAcrossSegments() throws IOException {
        segment("one", 1, 3);
        segment("one", 1, 4);
        segment("other", 1, 3);
        segment("other", 1, 4, 100);

        var found = of("one", 1).compare(of("other", 1), FIRST, new Lsn(4L * SIZE + 20_000));

        assertEquals(WalDifference.at(new Lsn(4L * SIZE + 100)), found);
    }

    @Test
    void whatLiesBeyondTheEndOfWalIsNoDifference() throws IOException {
        segment("one", 1, 3);
        segment("other", 1, 3, 50_000);

        assertEquals(WalDifference.NONE, of("one", 1).compare(of("other", 1), FIRST, new Lsn(3L * SIZE + 50_000)));
        assertEquals(
                WalDifference.at(new Lsn(3L * SIZE + 50_000)),
                of("one", 1).compare(of("other", 1), FIRST, new Lsn(3L * SIZE + 50_001)));
    }

    @Test
    void aNewTimelineHasCopiedTheBeginningOfItsSegment() throws IOException {
        segment("old", 1, 3);
        segment("new", 2, 3, 60_000);
        var place = new Lsn(3L * SIZE + 60_000);
        Files.writeString(directory.resolve("new/pg_wal/00000002.history"), "1\t" + place + "\tpromoted\n");

        var shared = new Span(1, new Lsn(0), place);

        assertEquals(WalDifference.NONE, of("old", 1).compare(of("new", 2), shared, place));
    }

    @Test
    void aSegmentThatTheOtherHasNotReachedIsADifference() throws IOException {
        segment("one", 1, 3);
        segment("one", 1, 4);
        segment("other", 1, 3);

        assertEquals(
                WalDifference.at(new Lsn(4L * SIZE)),
                of("one", 1).compare(of("other", 1), FIRST, new Lsn(4L * SIZE + 20_000)));
    }

    @Test
    void aSegmentThatTheOtherHasRemovedLeavesItOpen() throws IOException {
        segment("one", 1, 3);
        segment("other", 1, 9);

        var found = of("one", 1).compare(of("other", 1), FIRST, new Lsn(3L * SIZE + 20_000));

        assertEquals(WalDifference.unknown("the WAL files that would show it are gone"), found);
    }

    @Test
    void aPagesHeaderAloneProvesNothing() throws IOException {
        segment("one", 1, 4);
        segment("other", 1, 4);

        var found = of("one", 1).compare(of("other", 1), FIRST, new Lsn(4L * SIZE + 40));

        assertEquals(WalDifference.unknown("the WAL files that would show it are gone"), found);
    }

    private WalFiles of(String node, int timeline) {
        return WalFiles.of(directory.resolve(node), timeline);
    }

    /** @param different positions of bytes that differ from all other bytes */
    private void segment(String node, int timeline, int number, int... different) throws IOException {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) number);
        for (var place : different) {
            bytes[place]++;
        }
        var wal = Files.createDirectories(directory.resolve(node).resolve("pg_wal"));
        Files.write(wal.resolve(new Lsn((long) number * SIZE).segment(timeline, SIZE)), bytes);
    }
}
