package org.pgpoollab.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.pgpoollab.load.TenthSecond;

/**
 * Draws a span as a timeline in SVG: writes and reads in each tenth of a second, failures, outages, and what was observed when. The
 * {@link HtmlPage} that contains it sets its colours.
 *
 * @param title what is drawn, for those who cannot see it
 * @param tenths the writes and reads; buckets may also be longer, if all are
 */
public record ServiceTimeline(
        String title, Instant from, Instant to, Duration bucket, List<TenthSecond> tenths, List<TimelineMark> marks) {

    private static final int WIDTH = 960;
    private static final int WRITES_TOP = 22;
    private static final int WRITES_HEIGHT = 70;
    private static final int READS_TOP = 100;
    private static final int READS_HEIGHT = 40;
    private static final int AXIS = 146;
    private static final int HEIGHT = 164;

    /** The seconds between two labels of the axis of a long span. */
    private static final List<Long> STEPS = List.of(10L, 30L, 60L, 300L, 900L, 1800L, 3600L);

    private static final int MOST_LABELS = 15;

    public ServiceTimeline {
        tenths = List.copyOf(tenths);
        marks = List.copyOf(marks);
    }

    /** Returns the drawing. */
    public String svg() {
        var parts = new ArrayList<String>();
        parts.add("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"" + HtmlPage.text(title)
                + "\">");
        gaps().forEach(parts::add);
        parts.addAll(bars("write", TenthSecond::writes, WRITES_TOP, WRITES_HEIGHT));
        parts.addAll(bars("read", TenthSecond::reads, READS_TOP, READS_HEIGHT));
        parts.addAll(failures());
        parts.addAll(axis());
        parts.addAll(drawnMarks());
        parts.add(text(WIDTH - 2, WRITES_TOP - 6, "writes", "label"));
        parts.add(text(WIDTH - 2, READS_TOP - 1, "reads", "label"));
        parts.add("</svg>");
        return String.join("\n", parts);
    }

    private Duration span() {
        return Duration.between(from, to).plusMillis(1);
    }

    private double x(Instant at) {
        var place = (double) Duration.between(from, at).toMillis() / span().toMillis();
        return Math.max(0, Math.min(1, place)) * WIDTH;
    }

    private Stream<String> gaps() {
        var quiet = new ArrayList<String>();
        Instant begun = null;
        for (var tenth : tenths) {
            if (tenth.writes() == 0 && begun == null) {
                begun = tenth.at();
            }
            if (tenth.writes() > 0 && begun != null) {
                quiet.add(gap(begun, tenth.at()));
                begun = null;
            }
        }
        if (begun != null) {
            quiet.add(gap(begun, to));
        }
        return quiet.stream();
    }

    private String gap(Instant begun, Instant end) {
        return rectangle("gap", x(begun), 12, x(end) - x(begun), AXIS - 12);
    }

    private List<String> bars(String kind, ToIntFunction<TenthSecond> count, int top, int height) {
        var most = Math.max(1, tenths.stream().mapToInt(count).max().orElse(1));
        return tenths.stream()
                .filter(tenth -> count.applyAsInt(tenth) > 0)
                .map(tenth -> {
                    var tall = (double) height * count.applyAsInt(tenth) / most;
                    return rectangle(kind, x(tenth.at()), top + height - tall, width(), tall);
                })
                .toList();
    }

    private List<String> failures() {
        return tenths.stream()
                .filter(tenth -> tenth.failures() > 0)
                .map(tenth -> rectangle("fail", x(tenth.at()), WRITES_TOP + WRITES_HEIGHT + 1.0, width(), 3))
                .toList();
    }

    private double width() {
        return Math.max(0.5, (double) WIDTH * bucket.toMillis() / span().toMillis() - 0.3);
    }

    private List<String> axis() {
        var parts = new ArrayList<String>();
        parts.add("<line class=\"axis\" x1=\"0\" x2=\"" + WIDTH + "\" y1=\"" + AXIS + "\" y2=\"" + AXIS + "\"/>");
        var every = labelEvery(span().toSeconds());
        for (var second = 0L; second <= span().toSeconds(); second += every) {
            var label = every < 60 ? second + " s" : second / 60 + " min";
            parts.add(text(x(from.plusSeconds(second)) + 1, HEIGHT - 4, label, ""));
        }
        return parts;
    }

    private static long labelEvery(long seconds) {
        if (seconds <= 40) {
            return seconds <= 15 ? 1 : 5;
        }
        return STEPS.stream()
                .filter(step -> seconds <= MOST_LABELS * step)
                .findFirst()
                .orElse(seconds / MOST_LABELS);
    }

    private List<String> drawnMarks() {
        return marks.stream().map(mark -> mark(mark.at(), mark.label())).toList();
    }

    private String mark(Instant at, String label) {
        var place = format(x(at));
        return "<line class=\"mark\" x1=\"" + place + "\" x2=\"" + place + "\" y1=\"12\" y2=\"" + AXIS + "\"/>"
                + (label.isEmpty() ? "" : text(x(at) + 2, 10, label, "number"));
    }

    private static String rectangle(String kind, double x, double y, double width, double height) {
        return "<rect class=\"" + kind + "\" x=\"" + format(x) + "\" y=\"" + format(y) + "\" width=\"" + format(width)
                + "\" height=\"" + format(height) + "\"/>";
    }

    private static String text(double x, double y, String text, String kind) {
        return "<text class=\"" + kind + "\" x=\"" + format(x) + "\" y=\"" + format(y) + "\">" + HtmlPage.text(text)
                + "</text>";
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
