package org.pgpoollab.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.drill.DrillResult.Figure;
import org.pgpoollab.report.TerminalLook;

/** Reports a drill: a table of its runs, what made up the time of a typical run, and whether all writes were kept. */
public record DrillReport(DrillResult result) implements FileReport {

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(DrillText.heading(result));
        lines.add("");
        lines.addAll(grid().lines(look));
        result.typical().ifPresent(run -> {
            lines.add("");
            lines.add("what made the time of a typical run, " + run.fault() + ":");
            DrillText.whatMadeTheTime(run).forEach(line -> lines.add("  " + line));
        });
        lines.add("");
        lines.addAll(DrillText.troubles(result));
        lines.addAll(DrillText.losses(result));
        lines.add(DrillText.verdict(result.verdict()));
        return lines;
    }

    /** One row for each run, then the minimum, median and maximum of all runs. */
    private ReportTable grid() {
        var figures = figures();
        var headings = new ArrayList<>(List.of("run"));
        figures.forEach(figure -> headings.add(figure.title()));
        var rows = new ArrayList<List<String>>();
        for (var index = 0; index < result.runs().size(); index++) {
            var run = result.runs().get(index);
            rows.add(row(String.valueOf(index + 1), figure -> figure.of(run)));
        }
        if (rows.size() > 1) {
            rows.add(row("min", figure -> result.spread(figure).map(MeasurementSpread::min)));
            rows.add(row("median", figure -> result.spread(figure).map(MeasurementSpread::median)));
            rows.add(row("max", figure -> result.spread(figure).map(MeasurementSpread::max)));
        }
        return new ReportTable(headings, rows);
    }

    /** The figures that at least one run has. */
    private List<Figure> figures() {
        return List.of(Figure.values()).stream()
                .filter(figure -> result.spread(figure).isPresent())
                .toList();
    }

    private List<String> row(String name, Function<Figure, Optional<Duration>> measure) {
        var cells = new ArrayList<>(List.of(name));
        figures()
                .forEach(figure ->
                        cells.add(measure.apply(figure).map(DrillText::seconds).orElse("-")));
        return cells;
    }

    @Override
    public Map<String, Object> json() {
        return DrillJson.of(result);
    }

    @Override
    public String html() {
        var body = new ArrayList<String>();
        body.add(HtmlPage.heading(1, result.drill().word()));
        body.add(HtmlPage.paragraph(DrillText.heading(result).get(0)));
        body.add(HtmlPage.dim(DrillText.heading(result).get(1)));
        body.add(HtmlPage.table(grid()));
        DrillText.troubles(result).forEach(trouble -> body.add(HtmlPage.paragraph(trouble)));
        DrillText.losses(result).forEach(loss -> body.add(HtmlPage.paragraph(loss)));
        body.add(HtmlPage.paragraph(DrillText.verdict(result.verdict())));
        for (var index = 0; index < result.runs().size(); index++) {
            var run = result.runs().get(index);
            body.add(HtmlPage.heading(2, "run " + (index + 1) + ": " + run.fault()));
            body.add(new DrillTimeline(run).svg());
            body.add(HtmlPage.table(new ReportTable(List.of("after", "seen"), DrillText.milestones(run))));
        }
        return HtmlPage.page("pgpool-lab: " + result.drill().word(), body);
    }

    @Override
    public String markdown() {
        var text = new StringBuilder();
        text.append("# ").append(result.drill().word()).append("\n\n");
        DrillText.heading(result).forEach(line -> text.append(line).append("  \n"));
        text.append('\n').append(grid().markdown()).append("\n\n");
        DrillText.troubles(result).forEach(line -> text.append(line).append("\n\n"));
        DrillText.losses(result).forEach(line -> text.append(line).append("\n\n"));
        text.append(DrillText.verdict(result.verdict())).append('\n');
        result.typical()
                .ifPresent(run -> text.append("\n## What made the time of a typical run: ")
                        .append(run.fault())
                        .append("\n\n")
                        .append(new ReportTable(List.of("after", "seen"), DrillText.milestones(run)).markdown())
                        .append('\n'));
        return text.toString();
    }
}
