package org.pgpoollab.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.pgpoollab.drill.HtmlPage;
import org.pgpoollab.drill.ReportTable;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.playback.FactDifference;
import org.pgpoollab.playback.Playback;

/**
 * One self-contained page about a span of a lab's time: what clients noticed, the events, and a picture of the screen at each of them.
 *
 * @param name of the lab
 * @param versions of its programs; empty if they are not known
 * @param tenths what clients of a load did, in tenths of a second; empty if there was none
 * @param picture draws the screen at a moment, as SVG
 */
public record IncidentPage(
        String name,
        String versions,
        Playback span,
        List<TenthSecond> tenths,
        ZoneId zone,
        Function<Instant, String> picture) {

    /** The most pictures: a page with more is too large for a mail. */
    private static final int MOST_PICTURES = 60;

    /** Events that are told within this time share a picture, that of the last of them. */
    private static final Duration ONE_PICTURE = Duration.ofSeconds(1);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    public IncidentPage {
        tenths = List.copyOf(tenths);
    }

    public String html() {
        var body = new ArrayList<String>();
        body.add(HtmlPage.heading(1, "What happened in the lab " + name));
        body.add(HtmlPage.paragraph("From " + DAY.format(span.from().atZone(zone)) + " to "
                + DAY.format(span.to().atZone(zone)) + "."));
        if (!versions.isEmpty()) {
            body.add(HtmlPage.dim(versions));
        }
        body.add(timeline());
        body.add(HtmlPage.dim(
                "Each line is a moment at which an event was told; red background: no write was acknowledged."));
        body.add(HtmlPage.table(table()));
        body.addAll(pictures());
        return HtmlPage.page("pgpool-lab: " + name, body);
    }

    private String timeline() {
        return new SpanTimeline("writes, reads and events", span.from(), span.to(), tenths, span.eventStops()).svg();
    }

    private ReportTable table() {
        var rows = new ArrayList<List<String>>();
        for (var stop : span.eventStops()) {
            span.eventsAt(stop).forEach(event -> rows.add(List.of(time(event.at()), event.text())));
        }
        return new ReportTable(List.of("at", "event"), rows);
    }

    private List<String> pictures() {
        var parts = new ArrayList<String>();
        var screens = new ScreenPictures(span, picture);
        var groups = screens.groups(event -> true, ONE_PICTURE);
        for (var group : groups.subList(0, Math.min(MOST_PICTURES, groups.size()))) {
            var last = group.get(group.size() - 1);
            parts.add(HtmlPage.heading(2, time(last)));
            group.forEach(stop -> span.eventsAt(stop)
                    .forEach(event -> parts.add(HtmlPage.paragraph(time(event.at()) + "  " + event.text()))));
            group.forEach(stop -> span.differencesAt(stop).stream()
                    .map(FactDifference::text)
                    .forEach(text -> parts.add(HtmlPage.dim(text))));
            parts.add(screens.image(last, time(last)));
        }
        if (groups.size() > MOST_PICTURES) {
            parts.add(HtmlPage.paragraph("There are more events than the " + MOST_PICTURES
                    + " pictures that a page has: choose a shorter span with --from and --to."));
        }
        return parts;
    }

    private String time(Instant at) {
        return EXACT.format(at.atZone(zone));
    }
}
