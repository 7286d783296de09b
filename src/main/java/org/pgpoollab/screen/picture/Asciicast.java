package org.pgpoollab.screen.picture;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.report.Json;

/**
 * Writes a recording in asciicast v2, the format of asciinema: one line of JSON for the header, then one for each event
 * (https://docs.asciinema.org/manual/asciicast/v2/). It is for one thread only.
 */
public final class Asciicast {

    private final Appendable target;
    private Duration latest = Duration.ZERO;

    /**
     * Writes the header.
     *
     * @param title the title that players show; empty for none
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
     * Writes what was sent to the terminal. Empty data writes nothing.
     *
     * @param sinceStart the time of the event; if the clock went back, the time of the previous event is used
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
