package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.load.WrittenLedger.BEGAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMeterTest {

    private static final long QUARTER = Duration.ofMillis(250).toNanos();

    private final LoadMeter meter = new LoadMeter(LoadShape.USUAL, BEGAN, 0);
    private long nanos;

    @TempDir
    Path directory;

    @Test
    void theStatusIsThatOfTheLastSecond() {
        quarters(4, 5);
        var full = quarters(4, 25);

        assertEquals(100, full.acknowledged());
        assertEquals(120, full.total());
        assertEquals(2, full.p50().toMillis());
    }

    @Test
    void aSecondInWhichNothingWentThroughIsAHole() {
        quarters(4, 25);
        meter.failed("08001 no connection");
        var loadStatus = quarters(8, 0);

        assertEquals(3, loadStatus.beats().size());
        assertEquals(100, loadStatus.beats().get(0).acknowledged());
        assertTrue(loadStatus.beats().get(1).isHole());
        assertEquals(1, loadStatus.beats().get(1).failed());
        assertEquals("08001 no connection", loadStatus.words());
        assertEquals(2, loadStatus.gap().toSeconds());
        assertEquals(loadStatus.gap(), loadStatus.longestGap());
    }

    @Test
    void theTroubleIsForgottenWhenSomethingGoesThroughAndTheLongestGapIsNot() {
        quarters(4, 25);
        meter.failed("08001 no connection");
        quarters(12, 0);
        var loadStatus = quarters(4, 25);

        assertEquals("", loadStatus.words());
        assertTrue(loadStatus.gap().toMillis() <= 250);
        assertEquals(3, loadStatus.longestGap().toSeconds());
    }

    @Test
    void twoMinutesAreRemembered() {
        var loadStatus = quarters(4 * 130, 1);

        assertEquals(LoadStatus.REMEMBERED, loadStatus.beats().size());
    }

    @Test
    void aStatusIsReadAsItWasWritten() throws IOException {
        var file = new LoadStatusFile(directory.resolve("pulse"));
        var loadStatus = quarters(4 * 130, 3);

        file.write(loadStatus);

        assertEquals(Optional.of(loadStatus), file.read());
    }

    @Test
    void theStatusFileNeverGrowsSoThatThereIsRoomForTheLastWords() throws IOException {
        var place = directory.resolve("pulse");
        var file = new LoadStatusFile(place);
        file.write(quarters(1, 1));
        var before = Files.size(place);

        file.write(meter.beat(BEGAN, nanos, "the ledger cannot be written: " + "x".repeat(1000)));

        assertEquals(before, Files.size(place));
        assertTrue(file.read().orElseThrow().words().startsWith("the ledger cannot be written"));
    }

    @Test
    void whatIsNoStatusIsNone() throws IOException {
        var place = directory.resolve("pulse");

        assertEquals(Optional.empty(), new LoadStatusFile(place).read());

        Files.writeString(place, "x".repeat(4096));

        assertEquals(Optional.empty(), new LoadStatusFile(place).read());

        new LoadStatusFile(place).write(quarters(1, 1));
        new LoadStatusFile(place).reserve();

        assertEquals(Optional.empty(), new LoadStatusFile(place).read());
    }

    /** Runs the given number of quarters of a second, with the given number of writes in each. */
    private LoadStatus quarters(int count, int writes) {
        LoadStatus loadStatus = null;
        for (var quarter = 0; quarter < count; quarter++) {
            for (var write = 1; write <= writes; write++) {
                meter.acknowledged(
                        nanos + QUARTER * write / writes, Duration.ofMillis(2).toNanos());
            }
            nanos += QUARTER;
            loadStatus = meter.beat(BEGAN.plusMillis(nanos / 1_000_000), nanos, "");
        }
        return loadStatus;
    }
}
