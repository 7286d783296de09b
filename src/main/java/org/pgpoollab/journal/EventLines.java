package org.pgpoollab.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pgpoollab.output.Output;
import org.pgpoollab.report.EventSign;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.timeline.Event;

/** Prints events: {@code 12:04:27.310  ✗ pg-2 stopped answering (connection refused)}, with the date if it was not today. */
public record EventLines(Output output, Clock clock) {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    public void print(Event event) {
        if (output.isJson()) {
            output.line(EventJson.line(event));
            return;
        }
        var style = output.style();
        var text = VisibleText.of(event.text(), style.look());
        output.line(style.dim(time(event.at())) + "  " + glyph(event) + " " + text + origin(event));
    }

    private String time(Instant at) {
        var local = at.atZone(clock.getZone());
        return (local.toLocalDate().equals(LocalDate.now(clock)) ? TODAY : OTHER_DAY).format(local);
    }

    private String glyph(Event event) {
        var sign = EventSign.of(event).symbol();
        return switch (event.effect()) {
            case TROUBLE -> output.style().red(sign);
            case RECOVERY -> output.style().green(sign);
            case CHANGE -> sign;
        };
    }

    private String origin(Event event) {
        return event.source() == Event.Source.LOG ? output.style().dim("  (from its log)") : "";
    }
}
