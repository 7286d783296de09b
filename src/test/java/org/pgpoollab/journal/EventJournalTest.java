package org.pgpoollab.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

class EventJournalTest {

    private static final Clock CLOCK = Clock.fixed(Given.NOW.plusSeconds(60), ZoneOffset.UTC);

    @TempDir
    private Path root;

    private LabDirectory lab;

    @BeforeEach
    void aLab() throws IOException {
        lab = new LabDirectory(root);
        Files.writeString(lab.labFile(), "name: demo\n");
    }

    @Test
    void allWatchersShowTheSameAndOneWrites() throws IOException {
        try (var one = open();
                var other = open()) {
            assertTrue(one.writes());
            assertFalse(other.writes());

            look(one, 0, Given.healthy());
            look(other, 0, Given.healthy());
            var seen = look(one, 1, Given.healthy().silent("pg-2"));

            assertEquals(List.of("pg-2 stopped answering (connection refused)"), texts(seen));
            assertEquals(seen, look(other, 1, Given.healthy().silent("pg-2")));
            assertEquals(one.tail(10), other.tail(10));
            assertEquals(1, Files.readAllLines(lab.events()).size());
        }
    }

    @Test
    void whenTheWriterEndsAnotherGoesOnAndNothingIsLost() {
        var one = open();
        try (var other = open()) {
            look(one, 0, Given.healthy());
            look(other, 0, Given.healthy());
            one.close();

            var seen = look(other, 1, Given.healthy().silent("pg-2"));

            assertTrue(other.writes());
            assertEquals(List.of("pg-2 stopped answering (connection refused)"), texts(seen));
        }
    }

    @Test
    void whatAFollowerSawAfterTheWriterEndedIsWrittenByItLater() throws IOException {
        var one = open();
        try (var other = open()) {
            look(one, 0, Given.healthy());
            look(other, 0, Given.healthy());
            look(other, 1, Given.healthy().silent("pg-2"));
            one.close();

            look(other, 2, Given.healthy().silent("pg-2"));

            assertEquals(List.of("pg-2 stopped answering (connection refused)"), texts(other.tail(10)));
            assertEquals(1, Files.readAllLines(lab.events()).size());
        }
    }

    @Test
    void aNewStartGoesOnWithWhatWasThere() throws IOException {
        try (var keeper = open()) {
            look(keeper, 0, Given.healthy());
            look(keeper, 1, Given.healthy().silent("pg-2"));
        }

        try (var keeper = open()) {
            assertEquals(List.of("pg-2 stopped answering (connection refused)"), texts(keeper.tail(10)));
            assertEquals(List.of(), keeper.since(Given.NOW.plusSeconds(2)));
            assertEquals(List.of(), keeper.news());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(lab.events())));
    }

    @Test
    void theTimeWhenNobodyLookedIsFilledFromTheLogsOnce() throws IOException {
        try (var keeper = open()) {
            look(keeper, 0, Given.healthy());
        }
        Files.createDirectories(root.resolve("pg-2"));
        Files.writeString(root.resolve("pg-2/postgresql.log"), """
                2026-01-01 11:00:00.000 UTC [1] LOG:  received fast shutdown request
                2026-01-01 12:01:30.000 UTC [1] LOG:  received smart shutdown request
                2026-01-01 12:01:31.000 UTC [1] LOG:  received smart shutdown request
                """);

        var expected = List.of("PostgreSQL on pg-2 received a stop request (smart)");
        try (var keeper = open()) {
            assertEquals(expected, texts(keeper.tail(10)));
        }
        try (var keeper = open()) {
            assertEquals(expected, texts(keeper.tail(10)));
        }
    }

    @Test
    void aTornLineIsSkippedAndNotGluedToTheNext() throws IOException {
        var log = new EventLog(lab);
        log.command(Given.NOW, "stop pg-1");
        Files.writeString(lab.events(), "{\"at\":\"2026-01-01T12:0", StandardOpenOption.APPEND);

        log.command(Given.NOW, "start pg-1");

        try (var keeper = open()) {
            assertEquals(List.of("stop pg-1", "start pg-1"), texts(keeper.tail(10)));
        }
    }

    @Test
    void aFullLogIsSetAsideAndItsReadersLoseNothing() throws IOException {
        var log = new EventLog(lab);
        var text = "x".repeat(100_000);
        for (var number = 0; number < 26; number++) {
            log.command(Given.NOW.plusMillis(number), number + text);
        }
        try (var reader = new JournalFollower(lab)) {
            assertEquals(26, reader.more().size());
            log.command(Given.NOW.plusMillis(26), "26" + text);

            log.trim();
            log.command(Given.NOW.plusMillis(27), "27");

            assertEquals(2, reader.more().size());
            assertEquals(List.of(), reader.more());
        }
        assertTrue(Files.exists(lab.olderEvents()));
        try (var keeper = open()) {
            assertEquals(28, keeper.tail(100).size());
        }
    }

    @Test
    void whatCannotBeWrittenIsStillShownByWhoeverSawIt() throws IOException {
        Files.createDirectory(lab.events());
        try (var keeper = open()) {
            look(keeper, 0, Given.healthy());

            var seen = look(keeper, 1, Given.healthy().silent("pg-2"));

            assertEquals(1, seen.size());
            assertEquals(seen, keeper.tail(10));
        }
    }

    @Test
    void aFullDiskStopsNothing() throws IOException {
        var full = Path.of("/dev/full");
        if (Files.exists(full)) {
            Files.createSymbolicLink(lab.events(), full);

            assertFalse(new EventLog(lab).command(Given.NOW, "stop pg-1"));

            Files.delete(lab.events());
        }
    }

    @Test
    void nothingIsMadeWhereThereIsNoLab() throws IOException {
        Files.delete(lab.labFile());
        try (var keeper = open()) {
            look(keeper, 0, Given.healthy());
            look(keeper, 1, Given.healthy().silent("pg-2"));
        }
        new EventLog(lab).command(Given.NOW, "down");

        try (var left = Files.list(root)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        var event = new Event(
                Instant.parse("2026-01-01T12:00:00.123Z"),
                Event.Kind.VIP,
                Event.Effect.CHANGE,
                List.of("pgpool-1", "pgpool-0"),
                "VIP “moved” é \n \t \u001b[31m",
                Event.Source.SEEN);

        assertEquals(event, EventJson.read(EventJson.line(event)).orElseThrow());
        assertTrue(EventJson.line(event).startsWith("{\"at\":\"2026-01-01T12:00:00.123Z\",\"kind\":\"vip\","));
        assertTrue(EventJson.read("{\"at\":\"2026-01-01T12:00:00Z\",\"kind\":\"weather\"}")
                .isEmpty());
        assertTrue(EventJson.read("[1]").isEmpty());
        assertTrue(EventJson.read("").isEmpty());
    }

    private EventJournal open() {
        return EventJournal.open(lab, Given.lab(3, 3), CLOCK);
    }

    private static List<Event> look(EventJournal keeper, int seconds, Given given) {
        return keeper.accept(given.after(Duration.ofSeconds(seconds)).state());
    }

    private static List<String> texts(List<Event> events) {
        return events.stream().map(Event::text).toList();
    }
}
