package org.pgpoollab.incident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.pgpoollab.drill.HtmlPage;
import org.pgpoollab.drill.ReportTable;
import org.pgpoollab.drill.ServiceTimeline;
import org.pgpoollab.drill.TimelineMark;
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

    /** With more buckets than the drawing has columns, each bar is thinner than a hair. */
    private static final int MOST_BUCKETS = 1000;

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
        var marks =
                span.eventStops().stream().map(at -> new TimelineMark(at, "")).toList();
        var bucket = bucket();
        return new ServiceTimeline("writes, reads and events", span.from(), span.to(), bucket, buckets(bucket), marks)
                .svg();
    }

    private Duration bucket() {
        var count = Duration.between(span.from(), span.to()).dividedBy(TenthSecond.LENGTH);
        return TenthSecond.LENGTH.multipliedBy(Math.max(1, (count + MOST_BUCKETS - 1) / MOST_BUCKETS));
    }

    private List<TenthSecond> buckets(Duration bucket) {
        var sums = new TreeMap<Long, TenthSecond>();
        for (var tenth : tenths) {
            var index = Duration.between(span.from(), tenth.at()).dividedBy(bucket);
            var at = span.from().plus(bucket.multipliedBy(index));
            sums.merge(index, new TenthSecond(at, tenth.writes(), tenth.reads(), tenth.failures()), IncidentPage::sum);
        }
        return List.copyOf(sums.values());
    }

    private static TenthSecond sum(TenthSecond one, TenthSecond other) {
        return new TenthSecond(
                one.at(),
                one.writes() + other.writes(),
                one.reads() + other.reads(),
                one.failures() + other.failures());
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
        var groups = groups();
        for (var group : groups.subList(0, Math.min(MOST_PICTURES, groups.size()))) {
            var last = group.get(group.size() - 1);
            parts.add(HtmlPage.heading(2, time(last)));
            group.forEach(stop -> span.eventsAt(stop)
                    .forEach(event -> parts.add(HtmlPage.paragraph(time(event.at()) + "  " + event.text()))));
            group.forEach(stop -> span.differencesAt(stop).stream()
                    .map(FactDifference::text)
                    .forEach(text -> parts.add(HtmlPage.dim(text))));
            parts.add(image(picture.apply(last), time(last)));
        }
        if (groups.size() > MOST_PICTURES) {
            parts.add(HtmlPage.paragraph("There are more events than the " + MOST_PICTURES
                    + " pictures that a page has: choose a shorter span with --from and --to."));
        }
        return parts;
    }

    private List<List<Instant>> groups() {
        var groups = new ArrayList<List<Instant>>();
        for (var stop : span.eventStops()) {
            var last = groups.isEmpty() ? List.<Instant>of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || Duration.between(last.get(0), stop).compareTo(ONE_PICTURE) > 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(stop);
        }
        return groups;
    }

    /** The picture is an image of its own, so that its styles and those of the page do not mix. */
    private static String image(String svg, String time) {
        var encoded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"the screen at " + HtmlPage.text(time)
                + "\" style=\"width:100%\" src=\"data:image/svg+xml;base64," + encoded + "\">";
    }

    private String time(Instant at) {
        return EXACT.format(at.atZone(zone));
    }
}
