package org.pgpoollab.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

/**
 * What happened in a lab, kept in its directory, a line of JSON for each event. Several programs may append at a time: a line is
 * written at once. Nothing here fails, for no command may fail over it: what cannot be written is dropped.
 */
public final class EventLog {

    /** As there is an older file besides, no more than twice this is kept. */
    private static final long FULL_AT_BYTES = 2_500_000;

    private static final Set<OpenOption> APPENDING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

    private final LabDirectory lab;

    public EventLog(LabDirectory lab) {
        this.lab = lab;
    }

    /** That somebody gave a command; false if that could not be written. */
    public boolean command(Instant at, String line) {
        return append(
                List.of(new Event(at, Event.Kind.COMMAND, Event.Effect.CHANGE, List.of(), line, Event.Source.COMMAND)));
    }

    /** False if they could not be written, as when there is no lab: its directory is not made for them. */
    boolean append(List<Event> events) {
        if (!Files.exists(lab.labFile())) {
            return false;
        }
        try (var channel = FileChannel.open(lab.events(), APPENDING, ownerAlone(lab.events()))) {
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

    /** Sets a full log aside. Only the one who holds the {@link JournalWriterLock} may. */
    void trim() {
        try {
            if (Files.exists(lab.events()) && Files.size(lab.events()) > FULL_AT_BYTES) {
                Files.move(lab.events(), lab.olderEvents(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // It goes on to grow, and the next one tries again.
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Whether somebody was ended in the middle of a line, so that the next one must not be glued to it. */
    private static boolean endsInTornLine(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    static FileAttribute<?>[] ownerAlone(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
