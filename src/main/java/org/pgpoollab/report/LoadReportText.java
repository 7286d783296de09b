package org.pgpoollab.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.ServiceGap;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.version.ProgramVersions;

/**
 * Reports what clients noticed of outages, and whether every acknowledged write is still there.
 *
 * @param versions the versions of the lab's programs; not shown if they are not known
 */
public record LoadReportText(LoadReport load, ZoneId zone, ProgramVersions versions) implements Report {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S");
    private static final int WIDTH = 80;
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.left(""),
            TableColumn.right("done"),
            TableColumn.right("failed"),
            TableColumn.right("not told"),
            TableColumn.right("p50"),
            TableColumn.right("p95"),
            TableColumn.right("p99"),
            TableColumn.right("longest"));

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        lines.add(VisibleText.of(
                time(load.from()) + " to " + time(load.to()) + " · "
                        + load.shape().words(),
                look));
        if (versions.areKnown()) {
            lines.add(versions.text());
        }
        lines.add("");
        lines.addAll(new Table(COLUMNS, List.of(row("writes", load.writes()), row("reads", load.reads()))).lines(look));
        if (!load.readsFrom().isEmpty()) {
            lines.add("reads answered by " + readsFrom());
        }
        lines.add("");
        load.disturbances().forEach(disturbance -> lines.addAll(lines(disturbance, look)));
        lines.addAll(end(look));
        lines.add("");
        lines.addAll(verdict(load.verdict(), look));
        return lines;
    }

    /** Says from when the times count, that nothing was disturbed, or that the load ended too soon to know that. */
    private List<String> end(TerminalLook look) {
        var lines = new ArrayList<String>();
        if (!load.disturbances().isEmpty()) {
            lines.add(ReportCell.dim("+ counts from ▲: the last answer before the outage, or else the first error")
                    .painted(look));
            lines.add(ReportCell.dim("what changed counts from when it was seen, which a busy machine does late")
                    .painted(look));
        }
        if (!load.ending().isEmpty()) {
            var end = "the load ended by itself at " + time(load.to()) + ": " + load.ending();
            lines.add(ReportCell.marked(Tone.WARN, end).painted(look));
            lines.add(ReportCell.plain("what came later is not known").painted(look));
        }
        if (lines.isEmpty()) {
            lines.add(ReportCell.marked(Tone.GOOD, "nothing was disturbed").painted(look));
        }
        return lines;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static List<ReportCell> row(String name, StatementOutcomes traffic) {
        return List.of(
                ReportCell.plain(name),
                ReportCell.plain(LoadText.count(traffic.done())),
                ReportCell.plain(LoadText.count(traffic.failed())),
                ReportCell.plain(LoadText.count(traffic.indeterminate())),
                ReportCell.plain(LoadText.latency(traffic.latency().p50())),
                ReportCell.plain(LoadText.latency(traffic.latency().p95())),
                ReportCell.plain(LoadText.latency(traffic.latency().p99())),
                ReportCell.plain(LoadText.latency(traffic.latency().longest())));
    }

    private String readsFrom() {
        return load.readsFrom().entrySet().stream()
                .map(node -> node.getKey() + " " + LoadText.count(node.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<String> lines(Disturbance disturbance, TerminalLook look) {
        var lines = new ArrayList<String>();
        var outages = outages(disturbance);
        lines.add(ReportCell.marked(Tone.WARN, time(disturbance.zero()) + "  " + outages)
                .painted(look));
        var start = disturbance.zero();
        wrapped(disturbance.milestones().stream()
                        .map(milestone -> turn(milestone, start))
                        .toList())
                .forEach(line -> lines.add(VisibleText.of("    " + line, look)));
        wrapped(disturbance.errors().entrySet().stream()
                        .map(error -> LoadText.count(error.getValue()) + " × " + error.getKey())
                        .toList())
                .forEach(line -> lines.add(ReportCell.dim("    " + line).painted(look)));
        return lines;
    }

    /** Returns the outages of a disturbance: {@code write outage 3.1 s, read outage 0.4 s}. */
    public static String outages(Disturbance disturbance) {
        var parts = new ArrayList<String>();
        if (!disturbance.writes().isNone()) {
            parts.add("write outage " + length(disturbance.writes()));
        }
        if (!disturbance.reads().isNone()) {
            parts.add("read outage " + length(disturbance.reads()));
        }
        return parts.isEmpty() ? "errors without an outage" : String.join(", ", parts);
    }

    private static String length(ServiceGap gap) {
        return (gap.isOver() ? "" : "at least ") + LoadText.span(gap.length());
    }

    /** Joins the parts with commas and puts as many on a line as fit. */
    private static List<String> wrapped(List<String> parts) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var index = 0; index < parts.size(); index++) {
            var part = parts.get(index) + (index + 1 < parts.size() ? "," : "");
            if (!line.isEmpty() && DisplayWidth.of(line) + 1 + DisplayWidth.of(part) > WIDTH - 4) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? part : line + " " + part;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> verdict(WriteAudit verdict, TerminalLook look) {
        var lines = new ArrayList<String>();
        if (!verdict.isKnown()) {
            lines.add(ReportCell.marked(
                            Tone.WARN,
                            "what became of " + LoadText.count(verdict.acknowledged())
                                    + " acknowledged writes is not known: " + verdict.doubt())
                    .painted(look));
            return lines;
        }
        lines.add(ReportCell.marked(verdict.lost() == 0 ? Tone.GOOD : Tone.BAD, kept(verdict))
                .painted(look));
        if (verdict.indeterminate() > 0) {
            lines.add(ReportCell.plain(LoadText.count(verdict.indeterminate())
                            + (verdict.indeterminate() == 1 ? " write was" : " writes were")
                            + " sent and never answered: " + LoadText.count(verdict.arrived()) + " arrived")
                    .painted(look));
        }
        if (verdict.duplicated() > 0) {
            lines.add(ReportCell.marked(Tone.BAD, LoadText.count(verdict.duplicated()) + " are there more than once")
                    .painted(look));
        }
        if (verdict.unexplained() > 0) {
            lines.add(ReportCell.marked(
                            Tone.BAD,
                            LoadText.count(verdict.unexplained()) + " are there that were refused, or that nobody sent")
                    .painted(look));
        }
        return lines;
    }

    private static String kept(WriteAudit verdict) {
        var acknowledged = LoadText.count(verdict.acknowledged()) + " acknowledged writes";
        return verdict.lost() == 0
                ? "all " + acknowledged + " are on " + verdict.readFrom()
                : LoadText.count(verdict.lost()) + " of " + acknowledged + " are lost: not on " + verdict.readFrom();
    }

    @Override
    public Map<String, Object> json() {
        var fields = new LinkedHashMap<>(LoadJson.of(load));
        fields.put("programs", VersionsReport.json(versions));
        return fields;
    }

    /** Describes one disturbance in one line: {@code write outage 3.1 s: pg-0 silent +0.1 s, pg-1 promoted +2.9 s}. */
    public static String line(Disturbance disturbance) {
        var turns = disturbance.milestones().stream()
                .map(milestone -> turn(milestone, disturbance.zero()))
                .collect(Collectors.joining(", "));
        return outages(disturbance) + (turns.isEmpty() ? "" : ": " + turns);
    }

    /** Returns a disturbance's milestones as rows: how long after its beginning, and what was seen. */
    public static List<List<String>> milestones(Disturbance disturbance) {
        return disturbance.milestones().stream()
                .map(milestone -> List.of(
                        LoadText.offset(Duration.between(disturbance.zero(), milestone.at())), milestone.text()))
                .toList();
    }

    /** Says in plain lines whether every acknowledged write is still there. */
    public static List<String> audit(WriteAudit verdict) {
        return verdict(verdict, TerminalLook.PLAIN);
    }

    private static String turn(Milestone milestone, Instant start) {
        return milestone.text() + " " + LoadText.offset(Duration.between(start, milestone.at()));
    }
}
