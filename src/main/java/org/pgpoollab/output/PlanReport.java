package org.pgpoollab.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/** Shows a plan that is not carried out. */
public record PlanReport(Plan plan) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        lines.add(plan.title()
                + (plan.steps().isEmpty()
                        ? ": nothing to do"
                        : ", in " + count(plan.steps().size())));
        for (var step : plan.steps()) {
            lines.add("  " + step.title());
            step.shell().stream().map(line -> "      $ " + line.text()).forEach(lines::add);
        }
        if (!plan.advice().isEmpty()) {
            lines.add("  then: " + plan.advice());
        }
        lines.add("(dry run: nothing was done)");
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("plan", plan.title());
        tree.put("dryRun", true);
        tree.put("steps", plan.steps().stream().map(PlanReport::tree).toList());
        return tree;
    }

    public static Map<String, Object> tree(Step step) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("title", step.title());
        tree.put("shell", step.shell().stream().map(ShellLine::text).toList());
        return tree;
    }

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }
}
