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
import org.pgpoollab.topology.StateHome;

/**
 * Keeps two programs from making or ending the same lab at a time. The kernel gives it back, however its holder ends. The file stays,
 * in the cache: to remove it would let two programs hold two files of one name. While it is held, nobody in this process may open it
 * elsewhere: closing any descriptor of a file drops a POSIX lock on it.
 */
final class LabLock implements AutoCloseable {

    private final FileChannel channel;

    private LabLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LabException if another program has it, naming its process */
    static LabLock of(StateHome home, String name) {
        var directory = home.cache().resolve("locks");
        var file = directory.resolve(
                name + "-" + Integer.toHexString(home.labs().toString().hashCode()));
        try {
            Files.createDirectories(directory);
            return take(file, name);
        } catch (IOException e) {
            throw LabException.failed(
                    "the lab " + name + " cannot be reserved",
                    file + ": " + e.getMessage(),
                    "make it writable, or let XDG_CACHE_HOME name another directory");
        }
    }

    private static LabLock take(Path file, String name) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            var holder = Files.readString(file).strip();
            throw LabException.failed(
                    "another pgpool-lab is at work on the lab " + name,
                    "process " + holder + " is making or ending it",
                    "wait for it, or: kill " + holder);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new LabLock(channel);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException thisVeryProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The kernel lets go of it in any case.
        }
    }
}
