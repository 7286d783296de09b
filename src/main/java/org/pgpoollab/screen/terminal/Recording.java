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
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.Reason;
import org.pgpoollab.screen.picture.AnsiWriter;
import org.pgpoollab.screen.picture.Asciicast;
import org.pgpoollab.screen.picture.Picture;

/**
 * Writes an asciicast while it is being recorded. It records pictures, not the bytes sent to the terminal, so that it looks the
 * same on any player and changes no terminal modes there. The file is complete after each picture. A full disk ends only the
 * recording. It can be used by several threads.
 */
final class Recording implements AutoCloseable {

    private final Path file;
    private final Writer writer;
    private final Asciicast cast;
    private final Clock clock;
    private final Instant start;
    private final Consumer<String> troubled;
    private Optional<Picture> last = Optional.empty();
    private String trouble = "";
    private boolean ended;

    private Recording(Path file, Writer writer, Picture first, Clock clock, Consumer<String> troubled)
            throws IOException {
        this.file = file;
        this.writer = writer;
        this.clock = clock;
        this.start = clock.instant();
        this.troubled = troubled;
        this.cast = new Asciicast(writer, first.columns(), first.rows(), start, "pgpool-lab");
    }

    /**
     * Begins with a picture, which determines the size.
     *
     * @param troubled receives the reason if the file cannot be written to its end; must not block
     * @throws IOException if the file cannot be written or exists already
     */
    static Recording begin(Path file, Picture first, Clock clock, Consumer<String> troubled) throws IOException {
        var writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return begin(file, writer, first, clock, troubled);
    }

    static Recording begin(Path file, Writer writer, Picture first, Clock clock, Consumer<String> troubled)
            throws IOException {
        try {
            var begun = new Recording(file, writer, first, clock, troubled);
            begun.write(first);
            return begun;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    /** Returns why the recording ended too early; empty if it did not. */
    synchronized String trouble() {
        return trouble;
    }

    synchronized void picture(Picture picture) {
        if (ended) {
            return;
        }
        try {
            write(picture);
        } catch (IOException full) {
            trouble = Reason.of(full);
            close();
            troubled.accept(trouble);
        }
    }

    private void write(Picture picture) throws IOException {
        var time = Duration.between(start, clock.instant());
        var before = last;
        last = Optional.of(picture);
        if (before.filter(old -> !isSameSize(old, picture)).isPresent()) {
            cast.resize(time, picture.columns(), picture.rows());
        }
        cast.frame(time, before.map(old -> AnsiWriter.change(old, picture)).orElseGet(() -> AnsiWriter.whole(picture)));
        writer.flush();
    }

    private static boolean isSameSize(Picture one, Picture other) {
        return one.columns() == other.columns() && one.rows() == other.rows();
    }

    /** Ends the recording with a visible cursor below the last picture, where a shell continues. */
    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try (writer) {
            if (trouble.isEmpty()) {
                cast.frame(Duration.between(start, clock.instant()), farewell());
            }
        } catch (IOException e) {
            // The file contains everything that could be written.
        }
    }

    private String farewell() {
        return last.map(picture -> "\033[0m\033[" + picture.rows() + ";1H\033[?25h")
                .orElse("");
    }
}
