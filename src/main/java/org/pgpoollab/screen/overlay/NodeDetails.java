package org.pgpoollab.screen.overlay;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.diagnosis.Finding;

/** The details that F4 shows, as text. Problems come first, the log lines last. */
public final class NodeDetails {

    private final NodeDetailsModel details;
    private final List<DetailLine> lines = new ArrayList<>();

    private NodeDetails(NodeDetailsModel details) {
        this.details = details;
    }

    public static TextViewer of(NodeDetailsModel details) {
        return new NodeDetails(details).sheet();
    }

    private TextViewer sheet() {
        details.findings().forEach(this::finding);
        facts();
        section("Look for yourself");
        details.commands().forEach(this::look);
        section("Configuration");
        configuration();
        section("Last lines of its logs");
        logs();
        return new TextViewer(details.title(), lines);
    }

    private void finding(Finding finding) {
        var wear = finding.isError() ? OverlayStyle.BAD : OverlayStyle.WARN;
        var problem = finding.problem();
        lines.add(new DetailLine(finding.isError() ? "✗ " : "▲ ", wear, problem.what(), wear));
        part("  because  ", problem.why());
        part("  try      ", problem.remedy());
        lines.add(DetailLine.EMPTY);
    }

    private void part(String head, String text) {
        if (!text.isEmpty()) {
            lines.add(DetailLine.under(head, OverlayStyle.DIM, text.replace('\n', ' ')));
        }
    }

    private void facts() {
        var width = details.facts().stream()
                .mapToInt(fact -> fact.name().length())
                .max()
                .orElse(0);
        details.facts().forEach(fact -> {
            var padding = " ".repeat(width + 2 - fact.name().length());
            lines.add(new DetailLine(fact.name() + padding, OverlayStyle.DIM, fact.value(), fact.wear()));
        });
    }

    private void look(ManualCommands.Look look) {
        lines.add(DetailLine.under("  ", OverlayStyle.NORMAL, look.typed()));
        if (!look.plain().isEmpty()) {
            lines.add(new DetailLine("    $ ", OverlayStyle.DIM, look.plain(), OverlayStyle.DIM));
        }
    }

    private void configuration() {
        if (details.differences().isEmpty()) {
            lines.add(DetailLine.under("  ", OverlayStyle.NORMAL, "as generated"));
        }
        details.differences()
                .forEach(text -> lines.add(new DetailLine("  ", OverlayStyle.NORMAL, text, difference(text))));
    }

    private static OverlayStyle difference(String text) {
        if (text.startsWith("+ ")) {
            return OverlayStyle.GOOD;
        }
        return text.startsWith("- ") ? OverlayStyle.BAD : OverlayStyle.NORMAL;
    }

    private void logs() {
        if (details.logLines().isEmpty()) {
            lines.add(DetailLine.under("  ", OverlayStyle.NORMAL, "none"));
        }
        details.logLines().forEach(text -> lines.add(DetailLine.under("  ", OverlayStyle.NORMAL, text)));
    }

    private void section(String title) {
        lines.add(DetailLine.EMPTY);
        lines.add(DetailLine.of(title, OverlayStyle.TITLE));
    }
}
