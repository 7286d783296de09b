package org.pgpoollab.command;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.pgpoollab.journal.EventLines;
import org.pgpoollab.output.Output;
import org.pgpoollab.playback.FactDifference;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.report.Json;
import org.pgpoollab.report.VisibleText;

/** Prints a playback as text: its events, and between them what differs from one snapshot to the next. */
record PlaybackLines(Output output, Clock clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    void print(Playback playback) {
        // The heading has the day; of a longer playback events have it, too.
        var events = new EventLines(output, Clock.fixed(playback.to(), clock.getZone()));
        if (!output.isJson()) {
            output.line(output.style()
                    .dim("from " + DAY_AND_TIME.format(playback.from().atZone(clock.getZone())) + " to "
                            + DAY_AND_TIME.format(playback.to().atZone(clock.getZone()))));
        }
        var lines = new ArrayList<TimedLine>();
        for (var stop : playback.stops()) {
            playback.differencesAt(stop)
                    .forEach(difference -> lines.add(new TimedLine(stop, () -> print(stop, difference))));
            playback.eventsAt(stop).forEach(event -> lines.add(new TimedLine(event.at(), () -> events.print(event))));
        }
        // An event may have happened before the change by which it became known.
        lines.sort(Comparator.comparing(TimedLine::at));
        lines.forEach(line -> line.print().run());
        output.flush();
    }

    private record TimedLine(Instant at, Runnable print) {}

    private void print(Instant at, FactDifference difference) {
        if (output.isJson()) {
            output.line(json(at, difference));
            return;
        }
        var text = VisibleText.of(difference.text(), output.style().look());
        output.line(output.style().dim(TIME.format(at.atZone(clock.getZone()))) + "      "
                + output.style().dim(text));
    }

    private static String json(Instant at, FactDifference difference) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("at", at.toString());
        tree.put("fact", difference.name());
        tree.put("before", difference.before());
        tree.put("after", difference.after());
        return Json.line(tree);
    }
}
