package org.pgpoollab.plan;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.AwaitAllWal;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.RegisterLonePrimary;
import org.pgpoollab.plan.step.RegisterPrimary;
import org.pgpoollab.plan.step.RepmgrLines;
import org.pgpoollab.plan.step.StartPostgres;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.plan.step.StopPostgres;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Plans promotions and switchovers, which make another node the primary. */
final class TakeoverPlanner {

    private final Lab lab;

    TakeoverPlanner(Lab lab) {
        this.lab = lab;
    }

    /** @param others standbys that will follow the new primary */
    Plan promote(Node node, List<Node> others) {
        var all = new ArrayList<>(others);
        all.add(node);
        var steps = new ArrayList<Step>();
        steps.add(RepairPlanner.daemonsOff(all));
        steps.add(RepmgrLines.promote(node));
        steps.addAll(inheritance(node, others, all));
        return Plan.of("promote " + node, steps).undoneBy(RepairPlanner.daemonsOn(all));
    }

    /**
     * Plans a switchover. Writes are interrupted from the stop until the pgpools use the new primary, so steps that this does not need come
     * afterwards. If it is broken off between the promotion and the registration, the undo registers the new primary.
     */
    Plan switchover(Node old, Node node, List<Node> others, Node pool) {
        var staying = new ArrayList<>(others);
        staying.add(node);
        var running = new ArrayList<>(staying);
        running.add(old);
        var gap = new MeasureWriteGap();
        var handover = Plan.of(
                        "hand over from " + old + " to " + node,
                        RepmgrLines.checkpoint(old),
                        gap.from(new StopPostgres(old, StopMode.FAST)),
                        new AwaitAllWal(old, node))
                .undoneBy(new StartPostgres(old), RepairPlanner.daemonsOn(running));
        var steps = new ArrayList<Step>();
        steps.add(RepairPlanner.daemonsOff(running));
        steps.add(new ParallelStep(handover.title(), List.of(handover)));
        steps.add(RepmgrLines.takeOver(node));
        steps.add(new ParallelStep(
                "redirect the pgpools, and let the others follow " + node, turning(old, node, others, pool, gap)));
        steps.add(RepmgrLines.rejoin(old, node));
        steps.add(RepairPlanner.daemonsOn(running));
        others.forEach(
                other -> steps.add(new AttachWhereDown(other, lab.credentials().user())));
        steps.addAll(new RepairPlanner(lab).arrival(old, node));
        return Plan.of("switchover from " + old + " to " + node, steps)
                .undoneBy(new RegisterLonePrimary(node), RepairPlanner.daemonsOn(staying));
    }

    private List<Plan> turning(Node old, Node node, List<Node> others, Node pool, MeasureWriteGap gap) {
        var plans = new ArrayList<Plan>();
        plans.add(Plan.of(
                "redirect the pgpools",
                new AttachOrDetachBackend(old, pool, lab.credentials().user(), false),
                gap.until(RepairPlanner.writesTo(node))));
        plans.add(Plan.of("checkpoint", RepmgrLines.checkpoint(node)));
        plans.add(Plan.of("register", registration(node, others)));
        return plans;
    }

    private static List<Step> registration(Node node, List<Node> others) {
        var steps = new ArrayList<Step>();
        steps.add(new RegisterPrimary(node));
        if (!others.isEmpty()) {
            steps.add(following(node, others));
        }
        return steps;
    }

    private static Step following(Node node, List<Node> others) {
        return ParallelStep.of(
                "let the others follow " + node,
                others.stream().map(other -> RepmgrLines.follow(other, node)).toList());
    }

    private List<Step> inheritance(Node node, List<Node> others, List<Node> all) {
        var steps = new ArrayList<Step>();
        if (!others.isEmpty()) {
            steps.add(following(node, others));
        }
        steps.add(RepairPlanner.daemonsOn(all));
        others.forEach(
                other -> steps.add(new AttachWhereDown(other, lab.credentials().user())));
        steps.add(new AttachWhereDown(node, lab.credentials().user()));
        steps.add(RepairPlanner.writesTo(node));
        return steps;
    }
}
