package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartNoteTest {

    @TempDir
    private Path directory;

    @Test
    void itIsTrueWhileTheProcessThatWroteItRuns() throws IOException {
        var file = directory.resolve(".starting");
        var note = new StartNote(file);
        assertFalse(note.isTrue());

        note.write();
        assertTrue(note.isTrue());

        // A process id that belongs to another process by now, and texts that are no process id.
        for (var said : new String[] {"1 1970-01-01T00:00:00Z", "", "what", "999999999 1970-01-01T00:00:00Z"}) {
            Files.writeString(file, said);
            assertFalse(note.isTrue());
        }
        note.write();
        note.remove();
        assertFalse(note.isTrue());
    }
}
