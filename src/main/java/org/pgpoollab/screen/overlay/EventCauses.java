package org.pgpoollab.screen.overlay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pgpoollab.explain.Explanations;
import org.pgpoollab.explain.RecentExplanations;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.timeline.Event;

/** The log lines of all programs that belong to an event, as text, each known one with its meaning below it. */
public final class EventCauses {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final Pattern TROUBLE = Pattern.compile("\\b(?:WARNING|ERROR|FATAL|PANIC)(?::|])");

    private final Event event;
    private final List<DetailLine> lines = new ArrayList<>();

    private EventCauses(Event event) {
        this.event = event;
    }

    /** Returns the overlay while the logs are read. */
    public static TextViewer reading(Event event) {
        return new EventCauses(event).viewer("reading the logs …");
    }

    /**
     * Returns the overlay with its lines.
     *
     * @param lines the lines, oldest first
     * @param zone the time zone in which the screen shows times
     */
    public static TextViewer of(Event event, List<LogLine> lines, ZoneId zone) {
        var causes = new EventCauses(event);
        if (lines.isEmpty()) {
            return causes.viewer("no line of a log belongs to it");
        }
        causes.add(lines, zone);
        return causes.viewer("seen at " + time(event.at(), zone));
    }

    private TextViewer viewer(String note) {
        var all = new ArrayList<DetailLine>();
        all.add(DetailLine.of(event.text(), OverlayStyle.TITLE));
        all.add(DetailLine.of(note, OverlayStyle.DIM));
        all.add(DetailLine.EMPTY);
        all.addAll(lines);
        return new TextViewer("What the logs say", all);
    }

    private void add(List<LogLine> all, ZoneId zone) {
        var width =
                all.stream().mapToInt(line -> line.node().name().length()).max().orElse(0);
        var recent = new RecentExplanations();
        for (var line : all) {
            var head = time(line.at(), zone) + " "
                    + ("%-" + width + "s ").formatted(line.node().name());
            var style = TROUBLE.matcher(line.text()).find() ? OverlayStyle.WARN : OverlayStyle.NORMAL;
            lines.add(new DetailLine(head, OverlayStyle.DIM, line.withoutTime(), style));
            Explanations.catalogue()
                    .ofLogLine(line.file(), line.text())
                    .map(known -> known.explanation())
                    .filter(known -> recent.isNew(known.name()))
                    .ifPresent(known -> lines.add(new DetailLine(
                            " ".repeat(head.length()) + "= ", OverlayStyle.GOOD, known.summary(), OverlayStyle.GOOD)));
        }
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
