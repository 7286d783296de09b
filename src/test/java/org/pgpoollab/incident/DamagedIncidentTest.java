package org.pgpoollab.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.journal.EventJson;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.serverlog.EventLogLines;
import org.pgpoollab.serverlog.LastLines;

/** Tests that an incident which somebody damaged, on purpose or not, is refused or played back, and never breaks the program. */
class DamagedIncidentTest {

    private static final int DAMAGES = 400;

    @TempDir
    private Path directory;

    private static Map<String, byte[]> whole() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(IncidentFile.HEAD, bytes("{\"format\":1}"));
        entries.put(
                IncidentFile.EVENTS,
                bytes(GivenPlayback.events().stream().map(EventJson::line).collect(Collectors.joining("\n"))));
        entries.put(
                IncidentFile.LOGS + "pg-0/postgresql.log",
                bytes("2026-01-01 12:00:09.000 UTC [1] LOG:  received fast shutdown request\n\tmore of it\n"));
        entries.put(IncidentFile.SNAPSHOTS + "1.snapshots", GivenPlayback.file(GivenPlayback.failover()));
        return entries;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whateverIsDamagedItIsRefusedOrPlayedBack() throws IOException {
        var random = new Random(11);
        var played = 0;
        for (var time = 0; time < DAMAGES; time++) {
            var entries = whole();
            var names = List.copyOf(entries.keySet());
            entries.computeIfPresent(names.get(time % names.size()), (name, bytes) -> damaged(bytes, random));
            played += isPlayedBack(entries) ? 1 : 0;
        }
        assertTrue(played > 0 && played < DAMAGES, played + " were played back");
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        var damaged = bytes.clone();
        for (var flips = 1 + random.nextInt(8); flips > 0; flips--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private boolean isPlayedBack(Map<String, byte[]> entries) throws IOException {
        var file = directory.resolve("incident.zip");
        Files.deleteIfExists(file);
        IncidentFile.write(file, entries);
        try {
            play(IncidentFile.read(file));
            return true;
        } catch (LabException refused) {
            return false;
        }
    }

    private static void play(RecordedLab recorded) {
        var playback = recorded.span(Instant.MIN, Instant.MAX)
                .orElseThrow(() -> LabException.failed("there is nothing to play back", "", ""));
        var nodes = Given.lab(3, 3).nodes();
        var view = PlaybackViews.at(playback, playback.from(), ZoneOffset.UTC, Theme.dark());
        for (var stop : playback.stops()) {
            playback.differencesAt(stop);
            view = PlaybackViews.moved(playback, view, stop);
        }
        recorded.events().forEach(event -> EventLogLines.of(event, nodes, recorded.logs()));
        nodes.forEach(node -> LastLines.of(recorded.logs(), node, playback.to(), 10));
    }

    @Test
    void anEventOfNoPossibleTimeIsLeftOut() throws IOException {
        var entries = whole();
        var event = EventJson.line(GivenPlayback.events().get(0));
        for (var time : List.of(Instant.MAX, Instant.MIN)) {
            var other = event.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"" + time + "\"");
            entries.put(IncidentFile.EVENTS, bytes(other + "\n" + event + "\n"));
            Files.deleteIfExists(directory.resolve("incident.zip"));
            IncidentFile.write(directory.resolve("incident.zip"), entries);

            var read = IncidentFile.read(directory.resolve("incident.zip"));

            assertEquals(List.of(GivenPlayback.events().get(0)), read.events());
        }
    }

    @Test
    void whatWouldMoveTheCursorOfATerminalIsShownAsText() throws IOException {
        var entries = whole();
        entries.put(
                IncidentFile.LOGS + "pg-0/postgresql.log",
                bytes("2026-01-01 12:00:09.000 UTC [1] LOG:  \033[2Jgone\n"));
        IncidentFile.write(directory.resolve("incident.zip"), entries);

        var read = IncidentFile.read(directory.resolve("incident.zip"));

        var lines = LastLines.of(read.logs(), Given.lab(3, 3).nodes().get(0), 1);
        assertEquals(List.of("2026-01-01 12:00:09.000 UTC [1] LOG:  ␛[2Jgone"), lines);
    }
}
