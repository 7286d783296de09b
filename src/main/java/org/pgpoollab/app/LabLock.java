package org.pgpoollab.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.pgpoollab.LabException;

/** Keeps two programs from making or ending the same lab at a time. The kernel gives it back, however its holder ends. */
final class LabLock implements AutoCloseable {

    private static final int TRIES = 50;

    private final Path file;
    private final FileChannel channel;

    private LabLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws LabException if another program has it, naming its process */
    static LabLock of(Path labs, String name) {
        var file = labs.resolve("." + name + ".lock");
        try {
            Files.createDirectories(labs);
            for (var i = 0; i < TRIES; i++) {
                var lock = take(file, name);
                // The one who had it before removed the file as it let go: what was locked may be no longer there.
                if (lock.isInPlace()) {
                    return lock;
                }
                lock.channel.close();
            }
            throw new IOException("the lock " + file + " changes all the time");
        } catch (IOException e) {
            throw LabException.failed(
                    "the directory of the labs cannot be written",
                    labs + ": " + e.getMessage(),
                    "make it writable, or let XDG_STATE_HOME name another directory");
        }
    }

    private static LabLock take(Path file, String name) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw LabException.failed(
                    "another pgpool-lab is at work on the lab " + name,
                    holder.isEmpty() ? "it is making or ending it" : "it is making or ending it: process " + holder,
                    "wait for it, or: kill " + (holder.isEmpty() ? "its process" : holder));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new LabLock(file, channel);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException thisVeryProcess) {
            return null;
        }
    }

    private boolean isInPlace() {
        try {
            return Files.readString(file)
                    .equals(String.valueOf(ProcessHandle.current().pid()));
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The kernel lets go of it in any case.
        }
    }
}
