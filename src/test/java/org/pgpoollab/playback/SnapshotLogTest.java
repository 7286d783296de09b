package org.pgpoollab.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.LabDirectory;

class SnapshotLogTest {

    @TempDir
    Path root;

    private LabDirectory directory;

    @BeforeEach
    void makeLab() throws IOException {
        directory = new LabDirectory(root);
        Files.createFile(directory.labFile());
    }

    private SnapshotSeries kept() {
        return new SnapshotDirectory(directory.snapshots()).read();
    }

    @Test
    void aChangeIsKeptAtOnceAndAnythingElseOnceASecond() {
        try (var log = new SnapshotLog(directory)) {
            for (var tenth = 0; tenth < 30; tenth++) {
                var seen = healthy().lsn("pg-0", "0/" + (5000 + tenth)).after(Duration.ofMillis(100L * tenth));
                log.accept(tenth < 15 ? seen.state() : seen.stopped("pg-1").state());
            }
        }

        assertEquals(
                List.of(
                        new Moment(NOW, false),
                        new Moment(NOW.plusMillis(1000), false),
                        new Moment(NOW.plusMillis(1500), true),
                        new Moment(NOW.plusMillis(2500), false)),
                kept().moments());
    }

    @Test
    void whatIsReadIsWhatWasSeen() {
        var state = healthy().stopped("pg-2").state();
        try (var log = new SnapshotLog(directory)) {
            log.accept(state);
        }

        var read = kept().record(0).state();

        assertEquals(state.postgres(), read.postgres());
        assertEquals(state.pools(), read.pools());
        assertEquals("", read.lab().credentials().password());
    }

    @Test
    void aWriterThatWasKilledCostsNothingButItsLastRecord() throws IOException {
        try (var log = new SnapshotLog(directory)) {
            log.accept(healthy().state());
            log.accept(healthy().after(Duration.ofSeconds(2)).state());
        }
        var file = new SnapshotDirectory(directory.snapshots()).files().get(0);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        try (var log = new SnapshotLog(directory)) {
            log.accept(healthy().after(Duration.ofSeconds(4)).state());
        }

        assertEquals(
                List.of(NOW, NOW.plusSeconds(4)),
                kept().moments().stream().map(Moment::at).toList());
    }

    @Test
    void theOldestFilesGoWhenAllTogetherAreTooLarge() throws IOException {
        var files = new SnapshotDirectory(directory.snapshots());
        for (var hour = 0; hour < 30; hour++) {
            Files.write(files.next(NOW.plus(Duration.ofHours(hour))), new byte[(int) SnapshotDirectory.FULL_AT_BYTES]);
        }

        var left = files.files();

        assertEquals(SnapshotDirectory.MOST_BYTES / SnapshotDirectory.FULL_AT_BYTES, left.size());
        assertTrue(left.get(0).toString().contains("20260101T180000"), left.get(0)::toString);
    }

    @Test
    void nothingIsWrittenWithoutALab() throws IOException {
        Files.delete(directory.labFile());

        try (var log = new SnapshotLog(directory)) {
            log.accept(healthy().state());
        }

        assertFalse(Files.exists(directory.snapshots()));
    }

    @Test
    void whatCannotBeWrittenIsLostWithoutAnError() throws IOException {
        Files.createFile(directory.snapshots());

        try (var log = new SnapshotLog(directory)) {
            log.accept(healthy().state());
        }

        assertTrue(kept().moments().isEmpty());
    }

    @Test
    void anHourUnderLoadTakesLessThanTwoMegabytes() throws IOException {
        try (var log = new SnapshotLog(directory)) {
            for (var second = 0; second < 3600; second++) {
                log.accept(busy(second).state());
            }
        }

        var bytes = 0L;
        for (var file : new SnapshotDirectory(directory.snapshots()).files()) {
            bytes += Files.size(file);
        }
        assertTrue(bytes < 2_000_000, "it takes " + bytes);
    }

    private static Given busy(int second) {
        var given = healthy();
        for (var node : List.of("pg-0", "pg-1", "pg-2")) {
            given.lsn(node, "0/" + Integer.toHexString(0x3000000 + second * 7919));
            given.connections(node, 20 + second % 7, 100);
        }
        return given.clients("pgpool-0", second % 9).after(Duration.ofSeconds(second));
    }
}
