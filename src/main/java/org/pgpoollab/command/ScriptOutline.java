package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.script.PlayedScript;
import org.pgpoollab.script.ScriptStep;

/** The steps of a script with their numbers, below the headings of their sections, and the place in it. */
record ScriptOutline(PlayedScript played) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        var steps = played.script().steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!step.section().equals(i == 0 ? "" : steps.get(i - 1).section())) {
                lines.add(step.section());
            }
            var command =
                    String.join(" ", step.command().lines().map(String::strip).toList());
            lines.add("%s%3d  %s".formatted(i == played.position() ? "▸ " : "  ", i + 1, command));
        }
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("file", played.script().file());
        tree.put("at", played.position() + 1);
        tree.put(
                "steps",
                played.script().steps().stream().map(ScriptOutline::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(ScriptStep step) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("line", step.line());
        tree.put("section", step.section());
        tree.put("comments", step.comments());
        tree.put("command", step.command());
        return tree;
    }
}
