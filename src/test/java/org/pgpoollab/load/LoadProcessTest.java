package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Await;

/** Tests how a lab's load process is found, with a real process that does nothing. */
class LoadProcessTest {

    @TempDir
    private Path directory;

    private Optional<Process> started = Optional.empty();

    @AfterEach
    void itEnds() {
        started.ifPresent(Process::destroyForcibly);
    }

    private Path start(Path note) throws Exception {
        started = Optional.of(
                new ProcessBuilder("sh", "-c", LoadProcess.NOTE_AND_RUN, "sh", note.toString(), "sleep", "600")
                        .start());
        assertTrue(Await.until(() -> Files.exists(note), Duration.ofSeconds(20)));
        return note;
    }

    @Test
    void itIsFoundByItsNoteUntilItEnds() throws Exception {
        var note = start(Files.createDirectory(directory.resolve("a lab")).resolve("process"));
        var process = started.orElseThrow();

        assertEquals(Optional.of(process.toHandle()), new LoadProcess(note).running());

        process.destroyForcibly().waitFor();

        assertEquals(Optional.empty(), new LoadProcess(note).running());
    }

    @Test
    void aCopyOfTheNoteInAnotherDirectoryIsNoLoadOfThatOne() throws Exception {
        var note = start(Files.createDirectory(directory.resolve("original")).resolve("process"));
        var copy = Files.createDirectory(directory.resolve("copy")).resolve("process");

        Files.copy(note, copy);

        assertEquals(Optional.empty(), new LoadProcess(copy).running());
        assertTrue(new LoadProcess(note).running().isPresent());
    }
}
