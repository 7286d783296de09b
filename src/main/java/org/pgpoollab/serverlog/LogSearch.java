package org.pgpoollab.serverlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Finds a time in a log file by binary search: a log of hundreds of megabytes takes a few dozen small reads. */
public final class LogSearch {

    /** A range below this many bytes is read sequentially. */
    private static final int NEAR = 64 * 1024;

    private static final int LINE_START = 64;

    private final FileChannel channel;
    private final LogClock clock;

    public LogSearch(FileChannel channel, LogClock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** Returns an offset at the beginning of a line, before which every line is older; 0 if that cannot be determined. */
    public long firstSince(Instant moment) throws IOException {
        var older = 0L;
        var rest = channel.size();
        while (rest - older > NEAR) {
            var middle = older + (rest - older) / 2;
            var found = timedLine(middle, rest);
            if (found.isPresent() && found.get().at().isBefore(moment)) {
                older = found.get().place();
            } else {
                rest = middle;
            }
        }
        return older;
    }

    private record Timed(long place, Instant at) {}

    /** Returns the first line with a time that begins after an offset; empty if there is none nearby. */
    private Optional<Timed> timedLine(long place, long end) throws IOException {
        var text = read(place, (int) Math.min(NEAR, end - place));
        for (var start = text.indexOf('\n') + 1; start > 0; start = text.indexOf('\n', start) + 1) {
            var at = clock.time(text.substring(start, Math.min(text.length(), start + LINE_START)));
            if (at.isPresent()) {
                return Optional.of(new Timed(place + start, at.get()));
            }
        }
        return Optional.empty();
    }

    /** Reads bytes as one character each, so that positions in the text are offsets in the file. */
    private String read(long place, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) > 0) {
            // Continues until the buffer is full, or the file ends.
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
