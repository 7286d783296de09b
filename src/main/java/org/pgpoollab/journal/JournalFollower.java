package org.pgpoollab.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.LabDirectory;

/** Reads the event log while it grows. It waits for the rest of an incomplete line, and skips lines that are no events. */
public final class JournalFollower implements AutoCloseable {

    /** The most bytes that are read. A log is rotated before it has half of that: a larger one is damaged, and only its end is read. */
    private static final long MOST_BYTES = 8 << 20;

    /** The most bytes of a line that are kept; a longer line is no event. */
    private static final int LONGEST_LINE = 4 << 20;

    private final LabDirectory lab;
    private final ByteBuffer buffer = ByteBuffer.allocate(32 * 1024);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Optional<FileChannel> channel = Optional.empty();
    private Object identity = "";
    private boolean readsOlder = true;

    public JournalFollower(LabDirectory lab) {
        this.lab = lab;
    }

    /** Returns the events written since the last call, and at the first call all events. */
    public List<Event> more() {
        var events = new ArrayList<Event>();
        try {
            if (readsOlder) {
                readsOlder = false;
                if (open(lab.olderEvents())) {
                    read(events);
                    end();
                }
            }
            if (channel.isPresent() || open(lab.events())) {
                read(events);
            }
            if (channel.isPresent() && wasReplaced()) {
                // What was written between the last read and the rotation.
                read(events);
                end();
                if (open(lab.events())) {
                    read(events);
                }
            }
        } catch (IOException e) {
            end();
        }
        return events;
    }

    private boolean open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        var opened = FileChannel.open(file);
        if (opened.size() > MOST_BYTES) {
            opened.position(opened.size() - MOST_BYTES);
        }
        channel = Optional.of(opened);
        identity = identity(file);
        return true;
    }

    /** Whether the log was rotated or truncated. */
    private boolean wasReplaced() throws IOException {
        return Files.isRegularFile(lab.events())
                && (!identity(lab.events()).equals(identity)
                        || channel.orElseThrow().size() < channel.orElseThrow().position());
    }

    private static Object identity(Path file) throws IOException {
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    private void read(List<Event> events) throws IOException {
        buffer.clear();
        while (channel.orElseThrow().read(buffer) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                take(buffer.get(), events);
            }
            buffer.clear();
        }
    }

    private void take(byte next, List<Event> events) {
        if (next != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
            return;
        }
        EventJson.read(line.toString(StandardCharsets.UTF_8)).ifPresent(events::add);
        line.reset();
    }

    private void end() {
        line.reset();
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            // The file was only read, so no data is lost.
        }
        channel = Optional.empty();
    }

    @Override
    public void close() {
        end();
    }
}
