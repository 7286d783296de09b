package org.pgpoollab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;

/**
 * The process that is a lab's load, found by its number and the time at which the kernel says that it began: a number alone may belong
 * to another by now. See proc(5). The note also has the inode of the directory that it was written in, so that a copy of the lab does
 * not take the load of the original for its own.
 */
final class LoadProcess {

    /**
     * Notes the number before it becomes Java, so that no moment leaves a process that cannot be found. The first word is where, the rest
     * what is run.
     */
    static final String NOTE_AND_RUN =
            "read -r stat </proc/$$/stat; set -- \"$1\" \"$(echo \"${stat##*)}\" | cut -d' ' -f21)\" \"$@\";"
                    + " echo \"$$ $2 $(stat -c %i \"${1%/*}\")\" >\"$1.new\" && mv \"$1.new\" \"$1\" && shift 3 && exec \"$@\"";

    private static final Pattern NOTE = Pattern.compile("([0-9]{1,9}) ([0-9]+) ([0-9]+)\\s*");

    /** Where {@code starttime} stands behind the program's name, in which there may be anything. */
    private static final int START_TIME = 19;

    private final Path note;

    LoadProcess(Path note) {
        this.note = note;
    }

    /** Empty if there is none, or none any more. */
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

    /** Whether it is the process that asks. */
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
