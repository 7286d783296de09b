package org.pgpoollab.screen.picture;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.command.Json;

/**
 * A recording in asciicast v2, as asciinema plays it: a line of JSON for the header, then one for each event
 * (https://docs.asciinema.org/manual/asciicast/v2/). Of one thread.
 */
public final class Asciicast {

    private final Appendable target;
    private Duration latest = Duration.ZERO;

    /**
     * Writes the header.
     *
     * @param title what players show; empty: none
     */
    public Asciicast(Appendable target, int columns, int rows, Instant start, String title) throws IOException {
        this.target = target;
        line(header(columns, rows, start, title));
    }

    private static Map<String, Object> header(int columns, int rows, Instant start, String title) {
        var header = new LinkedHashMap<String, Object>();
        header.put("version", 2);
        header.put("width", columns);
        header.put("height", rows);
        header.put("timestamp", start.getEpochSecond());
        header.put("env", Map.of("TERM", "xterm-256color"));
        if (!title.isEmpty()) {
            header.put("title", title);
        }
        return header;
    }

    /**
     * What was sent to the terminal; nothing is written for nothing.
     *
     * @param sinceStart never before the last event: a clock that goes back stands still
     */
    public void frame(Duration sinceStart, String data) throws IOException {
        if (!data.isEmpty()) {
            event(sinceStart, "o", data);
        }
    }

    public void resize(Duration sinceStart, int columns, int rows) throws IOException {
        event(sinceStart, "r", columns + "x" + rows);
    }

    private void event(Duration sinceStart, String code, String data) throws IOException {
        latest = sinceStart.compareTo(latest) > 0 ? sinceStart : latest;
        line(List.of(BigDecimal.valueOf(latest.toNanos() / 1000, 6), code, data));
    }

    private void line(Object tree) throws IOException {
        target.append(Json.line(tree)).append('\n');
    }
}
