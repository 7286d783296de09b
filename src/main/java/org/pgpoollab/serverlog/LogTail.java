package org.pgpoollab.serverlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.pgpoollab.topology.Node;

/**
 * Reads one log file line by line, also while it grows. The file may be missing and appear later; a truncated file is read again from
 * its beginning. Memory is one buffer and one line, whatever the file's size.
 */
public final class LogTail implements AutoCloseable {

    /** The most bytes of a line that are kept; the rest is dropped. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Node node;
    private final Path path;
    private final LogClock clock;
    private final boolean grows;
    private final ByteBuffer buffer = ByteBuffer.allocate(32 * 1024).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private FileChannel channel;
    private Object identity = "";
    private long position;
    private Instant from = Instant.MIN;
    private Instant last = Instant.MIN;
    private LogLine head;

    /** @param grows whether the file may grow; if not, the text after the last line end counts as a line */
    LogTail(Node node, Path path, LogClock clock, boolean grows) {
        this.node = node;
        this.path = path;
        this.clock = clock;
        this.grows = grows;
    }

    /** Skips lines before this time without reading them, as lines are in order of time. Some older lines may remain. */
    public LogTail since(Instant moment) {
        from = moment;
        return this;
    }

    /** Returns the next complete line without removing it; empty if there is none now. */
    Optional<LogLine> head() throws IOException {
        if (head == null) {
            head = next();
        }
        return Optional.ofNullable(head);
    }

    void take() {
        head = null;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        closeChannel();
    }

    private LogLine next() throws IOException {
        while (buffer.hasRemaining() || fill()) {
            var next = buffer.get();
            if (next == '\n') {
                return taken();
            }
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
        return grows || line.size() == 0 ? null : taken();
    }

    private LogLine taken() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        last = clock.time(text).orElse(last);
        return LogLine.of(last, node, path.getFileName().toString(), text);
    }

    private boolean fill() throws IOException {
        if (channel == null && !open()) {
            return false;
        }
        buffer.clear();
        var read = channel.read(buffer, position);
        buffer.flip();
        if (read > 0) {
            position += read;
            return true;
        }
        return wasReplaced() && open() && fill();
    }

    private boolean open() throws IOException {
        closeChannel();
        try {
            channel = FileChannel.open(path);
            identity = identity();
        } catch (NoSuchFileException e) {
            return false;
        }
        position = from.equals(Instant.MIN) ? 0 : new LogSearch(channel, clock).firstSince(from);
        // Only for the first open: a file that replaces this one was written later.
        from = Instant.MIN;
        line.reset();
        return true;
    }

    /** Whether the file was truncated, or replaced by another of the same name. Never true for a file just opened. */
    private boolean wasReplaced() throws IOException {
        if (channel.size() < position) {
            return true;
        }
        return Files.exists(path) && !identity().equals(identity);
    }

    private Object identity() {
        try {
            var key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (IOException e) {
            return identity;
        }
    }

    private void closeChannel() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The file was only read, so no data is lost.
        }
        channel = null;
    }
}
