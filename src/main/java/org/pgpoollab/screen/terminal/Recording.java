package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.pgpoollab.screen.picture.Asciicast;

/** An asciicast that is being written. A full disk ends it, and nothing else. */
final class Recording implements AutoCloseable {

    private final Path file;
    private final Writer writer;
    private final Asciicast cast;
    private final Clock clock;
    private final Instant start;
    private int columns;
    private int rows;
    private boolean ended;

    private Recording(Path file, Writer writer, Asciicast cast, int columns, int rows, Clock clock, Instant start) {
        this.file = file;
        this.writer = writer;
        this.cast = cast;
        this.columns = columns;
        this.rows = rows;
        this.clock = clock;
        this.start = start;
    }

    /** @throws IOException if the file cannot be written, or is there already */
    static Recording begin(Path file, int columns, int rows, Clock clock) throws IOException {
        var writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var start = clock.instant();
        return new Recording(
                file, writer, new Asciicast(writer, columns, rows, start, "pgpool-lab"), columns, rows, clock, start);
    }

    Path file() {
        return file;
    }

    /**
     * What was written is in the file when this returns: the program may be killed.
     *
     * @param bytes of a whole frame, which never ends within a character
     * @param wide how many columns the screen has now, and {@code high} how many rows
     */
    synchronized void frame(byte[] bytes, int wide, int high) {
        if (ended) {
            return;
        }
        try {
            var since = Duration.between(start, clock.instant());
            if (wide != columns || high != rows) {
                columns = wide;
                rows = high;
                cast.resize(since, columns, rows);
            }
            cast.frame(since, new String(bytes, StandardCharsets.UTF_8));
            writer.flush();
        } catch (IOException full) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            writer.close();
        } catch (IOException e) {
            // What could be written is there.
        }
    }
}
