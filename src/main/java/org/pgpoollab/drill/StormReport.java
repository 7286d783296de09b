package org.pgpoollab.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.report.TerminalLook;

/** Reports the faults of a storm, how long clients noticed them, and whether all writes were kept. */
public record StormReport(StormResult result) implements FileReport {

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(List.of(heading(), conditions(), ""));
        lines.addAll(grid().lines(look));
        lines.add("");
        lines.addAll(ending());
        return lines;
    }

    private String heading() {
        return "storm: seed " + result.seed() + ", " + result.rounds().size() + " rounds";
    }

    private String conditions() {
        return DrillText.lab(result.lab()) + "; " + DrillText.load(result.shape());
    }

    private List<String> ending() {
        var lines = new ArrayList<>(DrillText.losses(result.rounds().stream()
                .flatMap(round -> round.repaired().stream())
                .toList()));
        lines.add(DrillText.verdict(result.verdict()));
        lines.add(result.healthy() ? "the cluster is healthy" : "✗ the cluster is not healthy: diagnose");
        return lines;
    }

    private ReportTable grid() {
        var rows = result.rounds().stream().map(this::row).toList();
        return new ReportTable(List.of("at", "no writes", "recover", "faults"), rows);
    }

    private List<String> row(StormResult.Round round) {
        var at = Duration.between(result.begun(), round.begun());
        return List.of(
                String.format(Locale.ROOT, "%d:%02d", at.toMinutes(), at.toSecondsPart()),
                DrillText.seconds(round.writeOutage()),
                DrillText.seconds(round.recovery()),
                round.faults().isEmpty() ? "-" : String.join(", ", round.faults()));
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("drill", "storm");
        tree.put("lab", result.lab().name());
        tree.put("seed", result.seed());
        tree.put("rounds", result.rounds().stream().map(StormReport::json).toList());
        tree.put("verdict", DrillJson.of(result.verdict()));
        tree.put("healthy", result.healthy());
        return tree;
    }

    private static Map<String, Object> json(StormResult.Round round) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("begun", round.begun().toString());
        tree.put("faults", round.faults());
        tree.put("writeOutage", DrillJson.seconds(round.writeOutage()));
        tree.put("recovery", DrillJson.seconds(round.recovery()));
        tree.put(
                "repairs",
                round.repaired().stream().map(done -> done.repair().title()).toList());
        tree.put("discarded", DrillText.losses(round.repaired()));
        return tree;
    }

    @Override
    public String html() {
        var body = new ArrayList<>(
                List.of(HtmlPage.heading(1, heading()), HtmlPage.dim(conditions()), HtmlPage.table(grid())));
        ending().forEach(line -> body.add(HtmlPage.paragraph(line)));
        return HtmlPage.page("pgpool-lab: " + heading(), body);
    }

    @Override
    public String markdown() {
        return "# " + heading() + "\n\n" + conditions() + "\n\n" + grid().markdown() + "\n\n"
                + String.join("\n\n", ending()) + "\n";
    }
}
