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
 * Draws one run as a timeline in SVG: writes and reads in each tenth of a second, failures, outages, and what was observed when. The
 * HTML page that contains it sets its colours.
 */
record DrillTimeline(DrillRun run) {

    private static final int WIDTH = 960;
    private static final int WRITES_TOP = 22;
    private static final int WRITES_HEIGHT = 70;
    private static final int READS_TOP = 100;
    private static final int READS_HEIGHT = 40;
    private static final int AXIS = 146;
    private static final int HEIGHT = 164;

    String svg() {
        var parts = new ArrayList<String>();
        parts.add("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\""
                + HtmlPage.text(run.fault()) + "\">");
        gaps().forEach(parts::add);
        parts.addAll(bars("write", TenthSecond::writes, WRITES_TOP, WRITES_HEIGHT));
        parts.addAll(bars("read", TenthSecond::reads, READS_TOP, READS_HEIGHT));
        parts.addAll(failures());
        parts.addAll(axis());
        parts.addAll(marks());
        parts.add(text(WIDTH - 2, WRITES_TOP - 6, "writes", "label"));
        parts.add(text(WIDTH - 2, READS_TOP - 1, "reads", "label"));
        parts.add("</svg>");
        return String.join("\n", parts);
    }

    private List<TenthSecond> tenths() {
        return run.tenths();
    }

    private Instant from() {
        return run.begun();
    }

    private Duration span() {
        return Duration.between(from(), run.end()).plusMillis(1);
    }

    private double x(Instant at) {
        var place = (double) Duration.between(from(), at).toMillis() / span().toMillis();
        return Math.max(0, Math.min(1, place)) * WIDTH;
    }

    private Stream<String> gaps() {
        var quiet = new ArrayList<String>();
        Instant begun = null;
        for (var tenth : tenths()) {
            if (tenth.writes() == 0 && begun == null) {
                begun = tenth.at();
            }
            if (tenth.writes() > 0 && begun != null) {
                quiet.add(gap(begun, tenth.at()));
                begun = null;
            }
        }
        return quiet.stream();
    }

    private String gap(Instant begun, Instant end) {
        return rectangle("gap", x(begun), 12, x(end) - x(begun), AXIS - 12);
    }

    private List<String> bars(String kind, ToIntFunction<TenthSecond> count, int top, int height) {
        var most = Math.max(1, tenths().stream().mapToInt(count).max().orElse(1));
        return tenths().stream()
                .filter(tenth -> count.applyAsInt(tenth) > 0)
                .map(tenth -> {
                    var tall = (double) height * count.applyAsInt(tenth) / most;
                    return rectangle(kind, x(tenth.at()), top + height - tall, width(), tall);
                })
                .toList();
    }

    private List<String> failures() {
        return tenths().stream()
                .filter(tenth -> tenth.failures() > 0)
                .map(tenth -> rectangle("fail", x(tenth.at()), WRITES_TOP + WRITES_HEIGHT + 1.0, width(), 3))
                .toList();
    }

    private double width() {
        return Math.max(0.5, (double) WIDTH * TenthSecond.LENGTH.toMillis() / span().toMillis() - 0.3);
    }

    private List<String> axis() {
        var parts = new ArrayList<String>();
        parts.add("<line class=\"axis\" x1=\"0\" x2=\"" + WIDTH + "\" y1=\"" + AXIS + "\" y2=\"" + AXIS + "\"/>");
        var every = span().toSeconds() > 40 ? 10 : span().toSeconds() > 15 ? 5 : 1;
        for (var second = 0L; second <= span().toSeconds(); second += every) {
            parts.add(text(x(from().plusSeconds(second)) + 1, HEIGHT - 4, second + " s", ""));
        }
        return parts;
    }

    /**
     * Marks the start of the repair with a label, and the milestones without: their texts and times stand in the table below the
     * drawing.
     */
    private List<String> marks() {
        var parts = new ArrayList<String>();
        parts.add(mark(run.repairBegun(), "repair"));
        run.milestones().forEach(milestone -> parts.add(mark(milestone.at(), "")));
        return parts;
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
