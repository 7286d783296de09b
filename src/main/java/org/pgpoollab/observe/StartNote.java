package org.pgpoollab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Records which process is just starting a lab. The note counts only while that process exists; it identifies the process by its id and
 * start time. No method fails: without the note a starting lab looks like one with problems.
 */
public record StartNote(Path file) {

    /** Records that this process is starting the lab. */
    public void write() {
        try {
            Files.writeString(file, text(ProcessHandle.current()));
        } catch (IOException e) {
            // Other processes then do not know of the start.
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The note does not count after the end of this process.
        }
    }

    boolean isTrue() {
        try {
            var said = Files.readString(file).strip();
            return process(said).filter(handle -> text(handle).equals(said)).isPresent();
        } catch (IOException none) {
            return false;
        }
    }

    private static Optional<ProcessHandle> process(String said) {
        var number = said.split(" ", 2)[0];
        return number.matches("[0-9]{1,9}") ? ProcessHandle.of(Long.parseLong(number)) : Optional.empty();
    }

    private static String text(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }
}
