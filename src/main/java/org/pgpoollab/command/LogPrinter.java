package org.pgpoollab.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.explain.Explanation;
import org.pgpoollab.explain.Explanations;
import org.pgpoollab.explain.RecentExplanations;
import org.pgpoollab.output.Output;
import org.pgpoollab.report.Json;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.topology.Node;

/** Prints log lines with the name of their node before them, in the node's colour, and below them what they mean if that is wanted. */
final class LogPrinter {

    private final Output output;
    private final List<Node> nodes;
    private final boolean explains;
    private final RecentExplanations recent = new RecentExplanations();
    private boolean hasPrinted;

    LogPrinter(Output output, List<Node> nodes, boolean explains) {
        this.output = output;
        this.nodes = List.copyOf(nodes);
        this.explains = explains;
    }

    boolean hasPrinted() {
        return hasPrinted;
    }

    void print(LogLine line) {
        hasPrinted = true;
        if (output.isJson()) {
            output.line(Json.line(tree(line)));
            return;
        }
        output.line(column(line) + " " + line.text());
        if (explains) {
            explanation(line).ifPresent(known -> printBelow(line, known));
        }
    }

    private Optional<Explanation> explanation(LogLine line) {
        return Explanations.catalogue().ofLogLine(line.file(), line.text()).map(known -> known.explanation());
    }

    private void printBelow(LogLine line, Explanation known) {
        if (recent.isNew(known.name())) {
            output.line(column(line) + " " + output.style().dim("  = " + known.summary()));
        }
    }

    private String column(LogLine line) {
        var place = nodes.indexOf(line.node());
        var name = ("%-" + width() + "s").formatted(line.node().name());
        return output.style().ofNode(Math.max(0, place), name + " │");
    }

    void flush(List<String> complaints) {
        output.flush();
        complaints.forEach(output::note);
    }

    private int width() {
        return nodes.stream().mapToInt(node -> node.name().length()).max().orElse(1);
    }

    private Object tree(LogLine line) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("at", line.at().equals(Instant.MIN) ? "" : line.at().toString());
        tree.put("node", line.node().name());
        tree.put("file", line.file());
        tree.put("text", line.text());
        if (explains) {
            explanation(line).ifPresent(known -> tree.put("explanation", tree(known)));
        }
        return tree;
    }

    private static Map<String, Object> tree(Explanation known) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", known.name());
        tree.put("meaning", known.meaning());
        tree.put("manual", known.manual());
        return tree;
    }
}
