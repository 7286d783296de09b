package org.pgpoollab.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pgpoollab.topology.LabDirectory;

/**
 * The right to write what was seen of a lab: one watcher at a time has it, and the kernel takes it back however that one ends. Within
 * this process the file is opened by its holder alone, as closing any descriptor of it would drop the lock.
 */
final class JournalWriterLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private JournalWriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty if another has it, or there is no lab. */
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
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), EventLog.ownerAlone(file));
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
            // The kernel lets go of it in any case.
        }
        HELD_HERE.remove(file);
    }
}
