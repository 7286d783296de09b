package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.journal.EventJson;
import org.pgpoollab.journal.JournalFollower;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

/** Checks that files of any size and content are read in bounded memory, from where the requested part begins. */
class DamagedFilesTest {

    private static final long HUGE = 3_000_000_000L;
    private static final Instant BEGIN = Instant.parse("2026-11-23T07:00:00Z");

    @TempDir
    private Path directory;

    /** Creates a sparse file of three gigabytes with this text at its end. */
    private Path huge(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), HUGE);
        }
        return file;
    }

    @Test
    void ofAHugeHistoryTheEndIsReadAndKept() throws IOException {
        var file = huge(directory.resolve("history"), "\n1:up\n2:status\n");
        var history = HistoryFile.at(file);

        assertEquals(
                List.of("up", "status"),
                history.entries().stream().map(HistoryFile.Entry::line).toList());
        history.add(Instant.ofEpochMilli(3), "down");

        assertEquals("1:up\n2:status\n3:down\n", Files.readString(file));
    }

    @Test
    void aHugeLineIsNoEventAndThoseBehindItAre() throws IOException {
        var lab = new LabDirectory(directory);
        var event = new Event(BEGIN, Event.Kind.COMMAND, Event.Effect.CHANGE, List.of(), "up", Event.Source.COMMAND);
        huge(lab.events(), "\n" + EventJson.line(event) + "\n");

        try (var tail = new JournalFollower(lab)) {
            assertEquals(List.of(event), tail.more());
            Files.writeString(
                    lab.events(),
                    "x".repeat(1_000_000) + "\n" + EventJson.line(event) + "\n",
                    StandardOpenOption.APPEND);
            assertEquals(List.of(event), tail.more());
        }
    }
}
