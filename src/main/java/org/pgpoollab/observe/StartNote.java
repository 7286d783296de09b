package org.pgpoollab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Says which process is just bringing a lab up. It says so no more when that process is gone, however it ended: a process is known by
 * its number and the time of its start. Nothing here fails: without the note a start looks like a lab in trouble.
 */
public record StartNote(Path file) {

    /** This process begins to bring the lab up. */
    public void write() {
        try {
            Files.writeString(file, text(ProcessHandle.current()));
        } catch (IOException e) {
            // Then it is not known to others.
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // When this process ends it counts no more.
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
