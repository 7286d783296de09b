package org.pgpoollab.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pgpoollab.FileMode;
import org.pgpoollab.topology.LabDirectory;

/**
 * A file lock for the right to write a lab's events: one watcher at a time holds it, and the kernel releases it however that process
 * ends. Within this process only the holder opens the file, because closing any descriptor of it would release the lock.
 */
final class JournalWriterLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private JournalWriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock; empty if another watcher holds it, or there is no lab. */
    static Optional<JournalWriterLock> take(LabDirectory lab) {
        var file = lab.eventsLock().toAbsolutePath().normalize();
        if (!Files.exists(lab.labFile()) || !HELD_HERE.add(file)) {
            return Optional.empty();
        }
        var taken = lock(file).map(channel -> new JournalWriterLock(file, channel));
        if (taken.isEmpty()) {
            HELD_HERE.remove(file);
        }
        return taken;
    }

    private static Optional<FileChannel> lock(Path file) {
        try {
            var channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    FileMode.SECRET.attributes(file));
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The kernel releases the lock in any case.
        }
        HELD_HERE.remove(file);
    }
}
