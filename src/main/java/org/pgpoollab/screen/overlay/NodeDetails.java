package org.pgpoollab.screen.overlay;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.diagnosis.Finding;

/** What F4 shows: a dossier as a text. What is wrong stands first, the log last. */
public final class NodeDetails {

    private final Dossier dossier;
    private final List<Line> lines = new ArrayList<>();

    private NodeDetails(Dossier dossier) {
        this.dossier = dossier;
    }

    public static Sheet of(Dossier dossier) {
        return new NodeDetails(dossier).sheet();
    }

    private Sheet sheet() {
        dossier.findings().forEach(this::finding);
        facts();
        section("Look for yourself");
        dossier.commands().forEach(this::look);
        section("Configuration");
        configuration();
        section("Last lines of its logs");
        logs();
        return new Sheet(dossier.title(), lines);
    }

    private void finding(Finding finding) {
        var wear = finding.isError() ? Wear.BAD : Wear.WARN;
        var problem = finding.problem();
        lines.add(new Line(finding.isError() ? "✗ " : "▲ ", wear, problem.what(), wear));
        part("  because  ", problem.why());
        part("  try      ", problem.remedy());
        lines.add(Line.EMPTY);
    }

    private void part(String head, String text) {
        if (!text.isEmpty()) {
            lines.add(Line.under(head, Wear.DIM, text.replace('\n', ' ')));
        }
    }

    private void facts() {
        var width = dossier.facts().stream()
                .mapToInt(fact -> fact.name().length())
                .max()
                .orElse(0);
        dossier.facts().forEach(fact -> {
            var padding = " ".repeat(width + 2 - fact.name().length());
            lines.add(new Line(fact.name() + padding, Wear.DIM, fact.value(), fact.wear()));
        });
    }

    private void look(PlainCommands.Look look) {
        lines.add(Line.under("  ", Wear.NORMAL, look.typed()));
        if (!look.plain().isEmpty()) {
            lines.add(new Line("    $ ", Wear.DIM, look.plain(), Wear.DIM));
        }
    }

    private void configuration() {
        if (dossier.differences().isEmpty()) {
            lines.add(Line.under("  ", Wear.NORMAL, "as generated"));
        }
        dossier.differences().forEach(text -> lines.add(new Line("  ", Wear.NORMAL, text, difference(text))));
    }

    private static Wear difference(String text) {
        if (text.startsWith("+ ")) {
            return Wear.GOOD;
        }
        return text.startsWith("- ") ? Wear.BAD : Wear.NORMAL;
    }

    private void logs() {
        if (dossier.logLines().isEmpty()) {
            lines.add(Line.under("  ", Wear.NORMAL, "none"));
        }
        dossier.logLines().forEach(text -> lines.add(Line.under("  ", Wear.NORMAL, text)));
    }

    private void section(String title) {
        lines.add(Line.EMPTY);
        lines.add(Line.of(title, Wear.TITLE));
    }
}
