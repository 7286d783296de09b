package org.pgpoollab.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pgpoollab.drill.DrillResult.Figure;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.version.LabProgram;

/** Compares the same drill on labs with different programs, settings or engines, side by side. */
public record DrillComparison(List<Column> columns) implements FileReport {

    /** How many labs a table in the terminal has side by side. */
    private static final int ABREAST = 3;

    /**
     * One of the compared labs.
     *
     * @param title what distinguishes it: {@code trixie fast}
     * @param failures why rounds ended without a result, a sentence each
     */
    public record Column(String title, DrillResult result, List<String> failures) {

        public Column {
            Objects.requireNonNull(title);
            failures = List.copyOf(failures);
        }

        /** Returns whether every round had a result, and after every fault the rest was redundant again where that is expected. */
        public boolean isComplete() {
            return failures.isEmpty()
                    && result.runs().stream().allMatch(run -> run.missing().isEmpty());
        }
    }

    public DrillComparison {
        columns = List.copyOf(columns);
    }

    /** Returns whether all labs did in every round what the drill expects of them. */
    public boolean isComplete() {
        return columns.stream().allMatch(Column::isComplete);
    }

    private Drill drill() {
        return columns.get(0).result().drill();
    }

    private static ReportTable figures(List<Column> some) {
        var rows = new ArrayList<List<String>>();
        for (var figure : Figure.values()) {
            if (some.stream().anyMatch(column -> column.result().spread(figure).isPresent())) {
                rows.add(row(
                        figure.title(),
                        some,
                        column -> column.result()
                                .spread(figure)
                                .map(DrillComparison::text)
                                .orElse("-")));
            }
        }
        rows.add(row("lost writes", some, column -> lost(column.result())));
        rows.add(row(
                "runs", some, column -> String.valueOf(column.result().runs().size())));
        return new ReportTable(headings("seconds: median (range)", some), rows);
    }

    private static List<String> row(String name, List<Column> some, Function<Column, String> cell) {
        return Stream.concat(Stream.of(name), some.stream().map(cell)).toList();
    }

    private static String lost(DrillResult result) {
        var verdict = result.verdict();
        return verdict.isKnown()
                ? String.format(Locale.ROOT, "%,d of %,d", verdict.lost(), verdict.acknowledged())
                : "not known";
    }

    private static String text(MeasurementSpread spread) {
        return spread.min().equals(spread.max())
                ? seconds(spread.median())
                : seconds(spread.median()) + " (" + seconds(spread.min()) + "-" + seconds(spread.max()) + ")";
    }

    private static String seconds(Duration span) {
        return DrillText.seconds(span).replace(" s", "");
    }

    private static List<String> headings(String first, List<Column> some) {
        return row(first, some, Column::title);
    }

    /** A table of what differs in how the labs were made: the versions of their programs, and their timing. */
    private static ReportTable differences(List<Column> some, List<Column> all) {
        var rows = new ArrayList<List<String>>();
        for (var program : LabProgram.values()) {
            addIfDifferent(
                    rows,
                    program.title(),
                    some,
                    all,
                    column -> column.result()
                            .versions()
                            .of(program)
                            .map(Object::toString)
                            .orElse("-"));
        }
        for (var name : TimingWords.of(all.get(0).result().lab().timing()).keySet()) {
            addIfDifferent(
                    rows,
                    name,
                    some,
                    all,
                    column -> TimingWords.of(column.result().lab().timing()).get(name));
        }
        return new ReportTable(headings("what differs", some), rows);
    }

    private static void addIfDifferent(
            List<List<String>> rows, String name, List<Column> some, List<Column> all, Function<Column, String> cell) {
        if (all.stream().map(cell).distinct().count() > 1) {
            rows.add(row(name, some, cell));
        }
    }

    private String title() {
        return drill().word() + ": " + drill().sentence();
    }

    private String conditions() {
        var result = columns.get(0).result();
        return "labs of " + result.lab().postgresCount() + "+" + result.lab().pgpoolCount() + ", "
                + DrillText.load(result.shape()) + "; each run on a lab of its own, the labs in alternating order";
    }

    /** Sentences about figures that fall into two groups. */
    private List<String> clusters() {
        var lines = new ArrayList<String>();
        for (var column : columns) {
            for (var figure : Figure.values()) {
                column.result()
                        .spread(figure)
                        .filter(spread -> !spread.clusters().isEmpty())
                        .ifPresent(
                                spread -> lines.add(column.title() + ", " + figure.title() + ": " + clusters(spread)));
            }
        }
        return lines;
    }

    private static String clusters(MeasurementSpread spread) {
        var low = spread.clusters().get(0);
        var high = spread.clusters().get(1);
        return low.count() + " of " + spread.count() + " took about " + DrillText.seconds(low.median()) + ", "
                + high.count() + " about " + DrillText.seconds(high.median());
    }

    /** Everything that went otherwise than the drill expects. */
    private List<String> troubles() {
        return columns.stream()
                .flatMap(column -> Stream.of(
                                column.failures(),
                                DrillText.troubles(column.result()),
                                DrillText.losses(column.result()))
                        .flatMap(List::stream)
                        .map(line -> column.title() + ": " + line))
                .toList();
    }

    private List<String> verdicts() {
        return columns.stream()
                .map(column -> column.title() + ": "
                        + DrillText.verdict(column.result().verdict()))
                .toList();
    }

    private List<String> remarks() {
        return Stream.of(clusters(), troubles(), verdicts())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(List.of(title(), conditions()));
        for (var from = 0; from < columns.size(); from += ABREAST) {
            var some = columns.subList(from, Math.min(from + ABREAST, columns.size()));
            lines.add("");
            lines.addAll(figures(some).lines(look));
            var differences = differences(some, columns);
            if (!differences.rows().isEmpty()) {
                lines.add("");
                lines.addAll(differences.lines(look));
            }
        }
        for (var column : columns) {
            column.result().typical().ifPresent(run -> {
                lines.add("");
                lines.add("what made the time of a typical run on " + column.title() + ", " + run.fault() + ":");
                DrillText.whatMadeTheTime(run).forEach(line -> lines.add("  " + line));
            });
        }
        lines.add("");
        lines.addAll(remarks());
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("drill", drill().word());
        tree.put("labs", columns.stream().map(DrillComparison::json).toList());
        return tree;
    }

    private static Map<String, Object> json(Column column) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("title", column.title());
        tree.put("failures", column.failures());
        tree.putAll(DrillJson.of(column.result()));
        return tree;
    }

    @Override
    public String html() {
        var body = new ArrayList<String>();
        body.add(HtmlPage.heading(
                1,
                drill().word() + ", with "
                        + String.join(
                                " and ", columns.stream().map(Column::title).toList())));
        body.add(HtmlPage.paragraph(title()));
        body.add(HtmlPage.dim(conditions()));
        body.add(HtmlPage.table(figures(columns)));
        body.add(HtmlPage.heading(2, "what differs"));
        body.add(HtmlPage.table(differences(columns, columns)));
        remarks().forEach(line -> body.add(HtmlPage.dim(line)));
        for (var column : columns) {
            column.result().typical().ifPresent(run -> {
                body.add(HtmlPage.heading(2, column.title() + ", a typical run: " + run.fault()));
                body.add(new DrillTimeline(run).svg());
                body.add(HtmlPage.table(new ReportTable(List.of("after", "seen"), DrillText.milestones(run))));
            });
        }
        return HtmlPage.page("pgpool-lab: " + title(), body);
    }

    @Override
    public String markdown() {
        var text = new StringBuilder("# " + title() + "\n\n" + conditions() + "\n\n");
        text.append(figures(columns).markdown()).append("\n\n");
        text.append(differences(columns, columns).markdown()).append("\n\n");
        text.append(String.join("\n\n", remarks())).append('\n');
        for (var column : columns) {
            column.result()
                    .typical()
                    .ifPresent(run -> text.append(
                                    "\n## A typical run on " + column.title() + ": " + run.fault() + "\n\n")
                            .append(new ReportTable(List.of("after", "seen"), DrillText.milestones(run)).markdown())
                            .append('\n'));
        }
        return text.toString();
    }
}
