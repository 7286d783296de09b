package org.pgpoollab.apt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

/**
 * Lets one thread of one process at a time download into a cache; the lock ends with the process, however that ends. A file lock belongs to
 * the whole process and is lost when any of its channels to the file is closed, so a second lock protects against other threads of the
 * process.
 */
public final class FetchLock {

    private static final ReentrantLock IN_THIS_PROGRAM = new ReentrantLock();
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path file;
    private final Duration limit;
    private final FetchProgress progress;

    /** @param limit how long to wait for another holder */
    public FetchLock(Path file, Duration limit, FetchProgress progress) {
        this.file = file;
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * Runs the work while holding the lock, and reports if it has to wait for another holder.
     *
     * @throws LabException if the other holder does not end in time, or this thread is interrupted while it waits
     * @throws IOException if the file cannot be written, or its file system has no locks
     */
    public <T> T holding(Supplier<T> work) throws IOException {
        var deadline = System.nanoTime() + limit.toNanos();
        try {
            takeWithinProgram();
            try {
                return holdingFile(work, deadline);
            } finally {
                IN_THIS_PROGRAM.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of(Exit.INTERRUPTED, "stopped while waiting for programs to be fetched", "", "");
        }
    }

    private void takeWithinProgram() throws InterruptedException {
        if (IN_THIS_PROGRAM.tryLock()) {
            return;
        }
        progress.tell("the programs are being fetched already; waiting for that");
        if (!IN_THIS_PROGRAM.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw tooLong("this program");
        }
    }

    private <T> T holdingFile(Supplier<T> work, long deadline) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            take(channel, deadline);
            sign(channel);
            return work.get();
        }
    }

    private void take(FileChannel channel, long deadline) throws IOException, InterruptedException {
        if (channel.tryLock() != null) {
            return;
        }
        progress.tell("process " + holder() + " is fetching the programs; waiting for it");
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw tooLong("process " + holder());
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private String holder() throws IOException {
        return Files.readString(file).strip();
    }

    private LabException tooLong(String holder) {
        return LabException.missing(
                "the programs were not fetched within " + limit.toMinutes() + " min",
                holder + " has been fetching them all the time",
                "look what it waits for, end it, and try again");
    }
}
