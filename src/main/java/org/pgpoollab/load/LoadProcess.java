package org.pgpoollab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;

/**
 * Finds the load process of a lab by its process id and its start time in the kernel, because the id alone may belong to another process by
 * now. See proc(5). The process file also holds the inode of its directory, so that a copy of the lab does not take over the load of the
 * original.
 */
final class LoadProcess {

    /**
     * A shell script that writes the process file before it executes Java, so that the process can be found at any time. The first argument
     * is the process file, the rest is the command to run.
     */
    static final String NOTE_AND_RUN =
            "read -r stat </proc/$$/stat; set -- \"$1\" \"$(echo \"${stat##*)}\" | cut -d' ' -f21)\" \"$@\";"
                    + " echo \"$$ $2 $(stat -c %i \"${1%/*}\")\" >\"$1.new\" && mv \"$1.new\" \"$1\" && shift 3 && exec \"$@\"";

    private static final Pattern NOTE = Pattern.compile("([0-9]{1,9}) ([0-9]+) ([0-9]+)\\s*");

    /** The index of {@code starttime} in {@code /proc/PID/stat}, counted behind the program's name, which may contain any character. */
    private static final int START_TIME = 19;

    private final Path note;

    LoadProcess(Path note) {
        this.note = note;
    }

    /** Returns the load process; empty if none runs. */
    Optional<ProcessHandle> running() {
        return read(note)
                .map(NOTE::matcher)
                .filter(found -> found.matches() && found.group(3).equals(inode()))
                .flatMap(found -> {
                    var pid = Long.parseLong(found.group(1));
                    return startTime(pid).filter(found.group(2)::equals).flatMap(same -> ProcessHandle.of(pid));
                });
    }

    private String inode() {
        try {
            return String.valueOf(Files.getAttribute(note.toAbsolutePath().getParent(), "unix:ino"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Returns whether the load process is this process. */
    boolean isThisOne() {
        return running().filter(ProcessHandle.current()::equals).isPresent();
    }

    private static Optional<String> startTime(long pid) {
        return read(Path.of("/proc/" + pid + "/stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
                .filter(words -> words.length > START_TIME && !words[0].equals("Z"))
                .map(words -> words[START_TIME]);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw LabException.failed(note + " cannot be removed", String.valueOf(e.getMessage()), "load stop");
        }
    }
}
