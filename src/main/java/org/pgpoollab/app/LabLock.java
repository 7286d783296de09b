package org.pgpoollab.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pgpoollab.FileMode;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Await;
import org.pgpoollab.topology.StateHome;

/**
 * A file lock that keeps two commands from changing the same lab at a time. The kernel releases it however its holder ends. The file
 * lies beside the labs, and is removed with the lock if there is no such lab. It contains the holder's process id and command. Who opens or
 * removes such a file holds another lock meanwhile, the guard: otherwise two programs could lock two files of the same name.
 */
final class LabLock implements AutoCloseable {

    /** How long to wait for the lock. Most commands are shorter, so a second command is usually not refused. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LONGEST_COMMAND = 200;

    private static final String GUARD = ".guard";

    /** The locks of this process: opening and closing such a file again would release its lock. */
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final Path lab;

    /** @param lab the directory without which the file is removed */
    private LabLock(Path file, FileChannel channel, Path lab) {
        this.file = file;
        this.channel = channel;
        this.lab = lab;
    }

    /**
     * Takes the lock of a lab.
     *
     * @param command the command that is named to others that try meanwhile
     * @throws LabException if another command still holds the lock after a moment; it names that command and its process
     */
    static LabLock of(StateHome home, String name, String command) {
        var holder = shortened(ProcessHandle.current().pid() + " " + command);
        try {
            var file = Files.createDirectories(home.locks()).toRealPath().resolve(name);
            return new LabLock(file, await(file, holder, name), home.lab(name).root());
        } catch (IOException e) {
            Await.stopIfInterrupted();
            throw LabException.failed(
                    "the lab " + name + " cannot be reserved for this command",
                    home.locks() + ": " + Reason.of(e),
                    "ls -ld " + home.locks() + "; df -i " + home.labs());
        }
    }

    /**
     * Takes a lock of which nobody needs to be told who holds it: that of a network that is to be made.
     *
     * @return empty if another process holds it, or the lock cannot be taken
     */
    static Optional<LabLock> ifFree(StateHome home, String name) {
        try {
            var file = Files.createDirectories(home.locks()).toRealPath().resolve(name);
            var attempt =
                    new Attempt(file, String.valueOf(ProcessHandle.current().pid()));
            return attempt.succeeds()
                    ? Optional.of(
                            new LabLock(file, attempt.channel(), home.lab(name).root()))
                    : Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    private static String shortened(String holder) {
        var line = holder.replaceAll("\\R", " ");
        return line.length() > LONGEST_COMMAND ? line.substring(0, LONGEST_COMMAND) + "…" : line;
    }

    private static FileChannel await(Path file, String holder, String name) throws IOException {
        var taken = new Attempt(file, holder);
        if (!Await.until(taken::succeeds, TIME_LIMIT, PAUSE)) {
            throw taken.refusal(name);
        }
        return taken.channel();
    }

    /** Tries to take the lock, once for each call. */
    private static final class Attempt {

        private final Path file;
        private final String holder;
        private Optional<FileChannel> channel = Optional.empty();
        private Optional<IOException> trouble = Optional.empty();

        Attempt(Path file, String holder) {
            this.file = file;
            this.holder = holder;
        }

        boolean succeeds() {
            if (HELD_HERE.putIfAbsent(file, holder) != null) {
                return false;
            }
            try {
                channel = guarded(file, this::lock).flatMap(found -> found);
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
            if (channel.isEmpty()) {
                HELD_HERE.remove(file);
            }
            return channel.isPresent() || trouble.isPresent();
        }

        private Optional<FileChannel> lock() throws IOException {
            var opened = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    FileMode.SECRET.attributes(file));
            if (opened.tryLock() == null) {
                opened.close();
                return Optional.empty();
            }
            sayWho(opened);
            return Optional.of(opened);
        }

        /** Writes who holds the lock. That is only told to others: where a disk is full, {@code down} has to work all the same. */
        private void sayWho(FileChannel opened) {
            try {
                opened.truncate(0);
                opened.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException fullDisk) {
                // The others are told that its command is not known.
            }
        }

        FileChannel channel() throws IOException {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            return channel.orElseThrow();
        }

        LabException refusal(String name) {
            var words = other().split(" ", 2);
            return LabException.failed(
                    "the lab " + name + " is just being changed by another command",
                    "process " + words[0] + " is at work: "
                            + (words.length > 1 ? words[1] : "its command is not known"),
                    "wait until it has ended, or in a shell: kill " + words[0]);
        }

        private String other() {
            return Optional.ofNullable(HELD_HERE.get(file)).orElseGet(this::written);
        }

        private String written() {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                return "";
            }
        }
    }

    /** What is done with a file while nobody else opens or removes it. */
    private interface FileWork<T> {
        T run() throws IOException;
    }

    /** Does something with a file while nobody else opens or removes it; does nothing if somebody just does. */
    private static <T> Optional<T> guarded(Path file, FileWork<T> work) throws IOException {
        var guard = file.resolveSibling(GUARD);
        synchronized (HELD_HERE) {
            try (var channel = FileChannel.open(
                    guard,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    FileMode.SECRET.attributes(guard))) {
                return channel.tryLock() == null ? Optional.empty() : Optional.of(work.run());
            }
        }
    }

    @Override
    public void close() {
        try (channel) {
            guarded(file, this::removeUnlessNeeded);
        } catch (IOException e) {
            // The kernel releases the lock in any case.
        }
        HELD_HERE.remove(file);
    }

    private boolean removeUnlessNeeded() throws IOException {
        return !Files.exists(lab) && Files.deleteIfExists(file);
    }
}
