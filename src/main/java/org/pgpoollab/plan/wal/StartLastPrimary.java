package org.pgpoollab.plan.wal;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PlanRunner;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.plan.step.TryRepmgrd;
import org.pgpoollab.topology.Node;

/**
 * Starts the node that was promoted last among several nodes with a primary's data: its WAL contains everything that the others have. The
 * choice is only possible while the hosts run, because their files are read there.
 */
public record StartLastPrimary(List<Node> candidates) implements Step {

    public StartLastPrimary {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String title() {
        return "start the one of " + StateText.list(candidates) + " that was promoted last";
    }

    @Override
    public List<ShellLine> shell() {
        return Stream.concat(
                        Stream.of(ShellLine.comment(
                                "the last primary is the one whose WAL contains that of the others: its .history file in pg_wal tells where it"
                                        + " left them, and pg_waldump where theirs ends")),
                        candidates.stream().flatMap(node -> new StartPostgres(node).shell().stream()))
                .toList();
    }

    /** @throws org.pgpoollab.LabException if each has WAL that the others lack: then the user must choose */
    @Override
    public void perform(StepContext context, Progress progress) {
        var conflict = RoleConflict.seen(context.observer().glance(), context);
        var former = candidates.stream()
                .filter(node -> conflict.successor(node).isPresent())
                .toList();
        var last = candidates.stream().filter(node -> !former.contains(node)).toList();
        conflict.refuse(last);
        last.forEach(node -> PlanRunner.run(
                Plan.of("start " + node, new StartPostgres(node), new TryRepmgrd(node)), context, progress));
    }
}
