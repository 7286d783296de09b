package org.pgpoollab.reconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.output.PlanReport;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.repair.DivergedWalSummary;
import org.pgpoollab.repair.Reconfiguration;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.session.DataLossPrompt;

/**
 * A report of what is wrong with the lab and which repairs are proposed.
 *
 * @param before plans that always come first; the snapshot does not include their effect
 * @param losses what a repair would discard
 */
record RepairProposal(
        List<Plan> before,
        ClusterState state,
        Reconfiguration reconfiguration,
        Function<Repair, Plan> plans,
        Function<Repair, DivergedWalSummary> losses)
        implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        var health = Diagnosis.of(state);
        if (!health.findings().isEmpty()) {
            lines.add("what is wrong:");
            health.findings()
                    .forEach(finding -> lines.add("  " + finding.problem().what()));
        }
        if (reconfiguration.isNothing()) {
            lines.add(health.isHealthy() ? "nothing to do" : "nothing can be proposed");
            return lines;
        }
        reconfiguration
                .primary()
                .ifPresent(primary -> lines.add("the true primary is " + primary + ": " + reconfiguration.why()));
        lines.add("what is proposed:");
        var number = 1;
        for (var repair : reconfiguration.repairs()) {
            lines.add("  " + number++ + ". " + repair.title() + ": " + repair.why());
        }
        return lines;
    }

    RepairProposal after(List<Plan> first) {
        return new RepairProposal(first, state, reconfiguration, plans, losses);
    }

    /** The steps of one repair, with their shell lines. */
    List<String> steps(Repair repair) {
        return steps(plans.apply(repair));
    }

    static List<String> steps(Plan plan) {
        var lines = new ArrayList<String>();
        for (var step : plan.steps()) {
            lines.add("  " + step.title());
            step.shell().stream()
                    .map(ShellLine::text)
                    .map(text -> "      $ " + text)
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Why one repair is needed, what it changes, and what it would discard. */
    List<String> meaning(Repair repair) {
        var lines = new ArrayList<String>();
        lines.add("  why      " + repair.why());
        lines.add("  changes  " + repair.effect());
        if (repair.discards()) {
            var loss = losses.apply(repair);
            lines.add("  lost     " + DataLossPrompt.inWords(repair.node(), loss));
            loss.byKind().forEach(kind -> lines.add("           " + kind));
        }
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        ClusterHealth health = Diagnosis.of(state);
        tree.put("healthy", health.isHealthy());
        tree.put(
                "findings",
                health.findings().stream()
                        .map(finding -> finding.problem().what())
                        .toList());
        reconfiguration.primary().ifPresent(primary -> tree.put("primary", primary.name()));
        tree.put("why", reconfiguration.why());
        if (!before.isEmpty()) {
            tree.put("before", before.stream().map(RepairProposal::tree).toList());
        }
        tree.put("repairs", reconfiguration.repairs().stream().map(this::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Plan plan) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("plan", plan.title());
        tree.put("steps", plan.steps().stream().map(PlanReport::tree).toList());
        return tree;
    }

    private Map<String, Object> tree(Repair repair) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("way", repair.way().verb());
        tree.put("node", repair.node().name());
        tree.put("why", repair.why());
        tree.put("changes", repair.effect());
        tree.put("lost", repair.discards() ? DataLossPrompt.inWords(repair.node(), losses.apply(repair)) : "");
        tree.put(
                "steps",
                plans.apply(repair).steps().stream().map(PlanReport::tree).toList());
        return tree;
    }
}
