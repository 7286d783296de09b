package org.pgpoollab.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.drill.DrillResult.Figure;
import org.pgpoollab.report.TerminalLook;

/** Compares the same drill on labs with different timing profiles, to show the effect of settings on an outage. */
public record ProfileComparison(List<DrillResult> results) implements FileReport {

    public ProfileComparison {
        results = List.copyOf(results);
    }

    private Drill drill() {
        return results.get(0).drill();
    }

    private List<String> profiles() {
        return results.stream().map(result -> result.lab().timing().profile()).toList();
    }

    private ReportTable figures() {
        var rows = new ArrayList<List<String>>();
        for (var figure : Figure.values()) {
            if (results.stream().anyMatch(result -> result.spread(figure).isPresent())) {
                rows.add(row(figure));
            }
        }
        return new ReportTable(headings("median (min to max)"), rows);
    }

    private List<String> row(Figure figure) {
        var cells = new ArrayList<>(List.of(figure.title()));
        results.forEach(result ->
                cells.add(result.spread(figure).map(ProfileComparison::text).orElse("-")));
        return cells;
    }

    private static String text(MeasurementSpread spread) {
        var median = DrillText.seconds(spread.median());
        return spread.min().equals(spread.max())
                ? median
                : median + " (" + DrillText.seconds(spread.min()) + " to " + DrillText.seconds(spread.max()) + ")";
    }

    private List<String> headings(String first) {
        var headings = new ArrayList<>(List.of(first));
        headings.addAll(profiles());
        return headings;
    }

    /** A table of the settings that are not the same in all labs. */
    private ReportTable settings() {
        var all = results.stream()
                .map(result -> TimingWords.of(result.lab().timing()))
                .toList();
        var rows = all.get(0).keySet().stream()
                .map(name -> {
                    var cells = new ArrayList<>(List.of(name));
                    all.forEach(settings -> cells.add(settings.get(name)));
                    return List.copyOf(cells);
                })
                .filter(row -> row.stream().skip(1).distinct().count() > 1)
                .toList();
        return new ReportTable(headings("setting"), rows);
    }

    private String title() {
        return drill().word() + ": " + drill().sentence();
    }

    private List<String> conditions() {
        return results.stream()
                .map(result -> result.lab().timing().profile() + ": "
                        + result.runs().size() + (result.runs().size() == 1 ? " run, " : " runs, ")
                        + DrillText.load(result.shape()) + "; "
                        + DrillText.verdict(result.verdict()))
                .toList();
    }

    private List<String> remarks() {
        return Stream.concat(
                        results.stream().flatMap(result -> DrillText.troubles(result).stream()), conditions().stream())
                .toList();
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(List.of(title(), ""));
        lines.addAll(figures().lines(look));
        lines.add("");
        lines.addAll(settings().lines(look));
        lines.add("");
        lines.addAll(remarks());
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("drill", drill().word());
        tree.put("profiles", results.stream().map(DrillJson::of).toList());
        return tree;
    }

    @Override
    public String html() {
        var body = new ArrayList<String>();
        body.add(HtmlPage.heading(1, drill().word() + ", with " + String.join(" and ", profiles())));
        body.add(HtmlPage.paragraph(title()));
        body.add(HtmlPage.table(figures()));
        body.add(HtmlPage.heading(2, "settings that differ"));
        body.add(HtmlPage.table(settings()));
        remarks().forEach(line -> body.add(HtmlPage.dim(line)));
        for (var result : results) {
            result.typical().ifPresent(run -> {
                body.add(HtmlPage.heading(2, result.lab().timing().profile() + ", a typical run: " + run.fault()));
                body.add(new DrillTimeline(run).svg());
                body.add(HtmlPage.table(new ReportTable(List.of("after", "seen"), DrillText.milestones(run))));
            });
        }
        return HtmlPage.page("pgpool-lab: " + title(), body);
    }

    @Override
    public String markdown() {
        return "# " + title() + "\n\n" + figures().markdown() + "\n\n"
                + settings().markdown() + "\n\n" + String.join("\n\n", remarks()) + "\n";
    }
}
