package org.pgpoollab.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.pgpoollab.FileMode;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

/**
 * Appends the events of a lab to a file in its directory, one line of JSON each. Several programs may append at the same time, because
 * each line is written by one call. No method throws, so that no command fails because of the log: events that cannot be written are
 * dropped.
 */
public final class EventLog {

    /** The size at which the log is rotated. One older file is kept, so the total stays below about twice this size. */
    private static final long FULL_AT_BYTES = 2_500_000;

    private static final Set<OpenOption> APPENDING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

    private final LabDirectory lab;

    public EventLog(LabDirectory lab) {
        this.lab = lab;
    }

    /** Records a command; returns false if it could not be written. */
    public boolean command(Instant at, String line) {
        return append(
                List.of(new Event(at, Event.Kind.COMMAND, Event.Effect.CHANGE, List.of(), line, Event.Source.COMMAND)));
    }

    /** Appends events; returns false if they could not be written, for example without a lab: its directory is not created for them. */
    boolean append(List<Event> events) {
        if (!Files.exists(lab.labFile())) {
            return false;
        }
        try (var channel = FileChannel.open(lab.events(), APPENDING, FileMode.SECRET.attributes(lab.events()))) {
            if (endsInTornLine(lab.events())) {
                write(channel, "\n");
            }
            for (var event : events) {
                write(channel, EventJson.line(event) + "\n");
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Rotates a full log. Only the holder of the {@link JournalWriterLock} may call this. */
    void trim() {
        try {
            if (Files.exists(lab.events()) && Files.size(lab.events()) > FULL_AT_BYTES) {
                Files.move(lab.events(), lab.olderEvents(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // The log grows on, and the next call tries again.
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Whether the file ends within a line, because a writer was killed; then the next event needs a line feed before it. */
    private static boolean endsInTornLine(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}
