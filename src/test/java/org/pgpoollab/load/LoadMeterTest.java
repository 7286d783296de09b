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

    private final LoadMeter heartbeat = new LoadMeter(LoadShape.USUAL, BEGAN, 0);
    private long nanos;

    @TempDir
    Path directory;

    @Test
    void thePulseIsThatOfTheLastSecond() {
        quarters(4, 5);
        var full = quarters(4, 25);

        assertEquals(100, full.acknowledged());
        assertEquals(120, full.total());
        assertEquals(2, full.p50().toMillis());
    }

    @Test
    void aSecondInWhichNothingWentThroughIsAHole() {
        quarters(4, 25);
        heartbeat.failed("08001 no connection");
        var pulse = quarters(8, 0);

        assertEquals(3, pulse.beats().size());
        assertEquals(100, pulse.beats().get(0).acknowledged());
        assertTrue(pulse.beats().get(1).isHole());
        assertEquals(1, pulse.beats().get(1).failed());
        assertEquals("08001 no connection", pulse.words());
        assertEquals(2, pulse.gap().toSeconds());
        assertEquals(pulse.gap(), pulse.longestGap());
    }

    @Test
    void theTroubleIsForgottenWhenSomethingGoesThroughAndTheLongestGapIsNot() {
        quarters(4, 25);
        heartbeat.failed("08001 no connection");
        quarters(12, 0);
        var pulse = quarters(4, 25);

        assertEquals("", pulse.words());
        assertTrue(pulse.gap().toMillis() <= 250);
        assertEquals(3, pulse.longestGap().toSeconds());
    }

    @Test
    void twoMinutesAreRemembered() {
        var pulse = quarters(4 * 130, 1);

        assertEquals(LoadStatus.REMEMBERED, pulse.beats().size());
    }

    @Test
    void aPulseIsReadAsItWasWritten() throws IOException {
        var file = new LoadStatusFile(directory.resolve("pulse"));
        var pulse = quarters(4 * 130, 3);

        file.write(pulse);

        assertEquals(Optional.of(pulse), file.read());
    }

    @Test
    void thePulseFileNeverGrowsSoThatThereIsRoomForTheLastWords() throws IOException {
        var place = directory.resolve("pulse");
        var file = new LoadStatusFile(place);
        file.write(quarters(1, 1));
        var before = Files.size(place);

        file.write(heartbeat.beat(BEGAN, nanos, "the ledger cannot be written: " + "x".repeat(1000)));

        assertEquals(before, Files.size(place));
        assertTrue(file.read().orElseThrow().words().startsWith("the ledger cannot be written"));
    }

    @Test
    void whatIsNoPulseIsNone() throws IOException {
        var place = directory.resolve("pulse");

        assertEquals(Optional.empty(), new LoadStatusFile(place).read());

        Files.writeString(place, "x".repeat(4096));

        assertEquals(Optional.empty(), new LoadStatusFile(place).read());
    }

    /** So many quarters of a second, with so many writes in each. */
    private LoadStatus quarters(int count, int writes) {
        LoadStatus pulse = null;
        for (var quarter = 0; quarter < count; quarter++) {
            for (var write = 1; write <= writes; write++) {
                heartbeat.acknowledged(
                        nanos + QUARTER * write / writes, Duration.ofMillis(2).toNanos());
            }
            nanos += QUARTER;
            pulse = heartbeat.beat(BEGAN.plusMillis(nanos / 1_000_000), nanos, "");
        }
        return pulse;
    }
}
