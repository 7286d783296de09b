package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.explain.Advice;
import org.pgpoollab.explain.Explanation;
import org.pgpoollab.explain.LinePattern;

/**
 * Shows explanations in full, each with what to do and the page of the manual.
 *
 * @param text what was looked up
 */
public record ExplanationReport(String text, List<Explanation> found) implements Report {

    public ExplanationReport {
        found = List.copyOf(found);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        for (var explanation : found) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(lines(explanation));
        }
        return lines.stream().map(line -> VisibleText.of(line, look)).toList();
    }

    private static List<String> lines(Explanation explanation) {
        var lines = new ArrayList<String>();
        lines.add(head(explanation));
        lines.add("  " + explanation.meaning());
        if (!explanation.cause().isEmpty()) {
            lines.add("  because  " + explanation.cause());
        }
        lines.addAll(advice(explanation.advice()));
        lines.add("  see      " + explanation.manual());
        return lines;
    }

    private static String head(Explanation explanation) {
        return explanation.programTitle().isEmpty()
                ? explanation.label()
                : explanation.label() + " (" + explanation.programTitle() + ")";
    }

    private static List<String> advice(List<Advice> advice) {
        var width =
                advice.stream().mapToInt(each -> each.command().length()).max().orElse(0);
        var lines = new ArrayList<String>();
        for (var each : advice) {
            var before = lines.isEmpty() ? "  try      " : "           ";
            lines.add(before + ("%-" + width + "s").formatted(each.command()) + "  " + each.effect());
        }
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        return new JsonFields()
                .with("text", text)
                .with(
                        "explanations",
                        found.stream().map(ExplanationReport::json).toList())
                .map();
    }

    private static Map<String, Object> json(Explanation explanation) {
        return new JsonFields()
                .with("name", explanation.name())
                .with("words", explanation.words())
                .with("program", explanation.programTitle())
                .with(
                        "lines",
                        explanation.lines().stream()
                                .map(ExplanationReport::json)
                                .toList())
                .with("meaning", explanation.meaning())
                .with("cause", explanation.cause())
                .with(
                        "advice",
                        explanation.advice().stream()
                                .map(ExplanationReport::json)
                                .toList())
                .with("manual", explanation.manual())
                .map();
    }

    private static Map<String, Object> json(LinePattern line) {
        return new JsonFields()
                .with("text", line.text())
                .with("versions", line.versions().sentence())
                .map();
    }

    private static Map<String, Object> json(Advice advice) {
        return new JsonFields()
                .with("command", advice.command())
                .with("effect", advice.effect())
                .map();
    }
}
