package org.pgpoollab.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.pgpoollab.drill.HtmlPage;
import org.pgpoollab.drill.ReportTable;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.report.LoadReportText;

/**
 * The part of a handout about what clients noticed: each outage drawn, with what was seen of the lab meanwhile.
 *
 * @param tenths returns what the clients did between two moments
 */
public record HandoutOutages(LoadReport load, ZoneId zone, BiFunction<Instant, Instant, List<TenthSecond>> tenths) {

    private static final int MOST = 30;
    private static final Duration AROUND = Duration.ofSeconds(3);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);

    /** Returns the parts for a time without a load. */
    public static List<String> unknown(String why) {
        return List.of(HtmlPage.dim("Outages were not measured: " + why + "."));
    }

    public List<String> parts() {
        var all = load.disturbances().stream().filter(HandoutOutages::isOutage).toList();
        var parts = new ArrayList<String>();
        parts.add(HtmlPage.paragraph("The load: " + load.shape().words() + "."));
        LoadReportText.audit(load.verdict()).forEach(line -> parts.add(HtmlPage.paragraph(line)));
        if (all.isEmpty()) {
            parts.add(HtmlPage.paragraph("There was no outage."));
        }
        all.subList(0, Math.min(MOST, all.size())).forEach(each -> parts.addAll(parts(each)));
        if (all.size() > MOST) {
            parts.add(HtmlPage.paragraph("There were " + all.size() + " outages, more than the " + MOST
                    + " that a page has: choose a shorter span with --from and --to."));
        }
        return parts;
    }

    private static boolean isOutage(Disturbance disturbance) {
        return !disturbance.writes().isNone() || !disturbance.reads().isNone();
    }

    private List<String> parts(Disturbance outage) {
        var title = TIME.format(outage.zero().atZone(zone)) + "  " + LoadReportText.outages(outage);
        var from = outage.zero().minus(AROUND);
        var to = end(outage).plus(AROUND);
        var marks = outage.milestones().stream().map(Milestone::at).toList();
        return List.of(
                HtmlPage.heading(3, title),
                new SpanTimeline(title, from, to, tenths.apply(from, to), marks).svg(),
                HtmlPage.table(new ReportTable(List.of("after", "seen"), LoadReportText.milestones(outage))));
    }

    private static Instant end(Disturbance outage) {
        return Stream.of(
                        outage.lastError(),
                        outage.writes().until(),
                        outage.reads().until())
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
