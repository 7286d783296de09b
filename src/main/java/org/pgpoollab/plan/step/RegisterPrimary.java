package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.topology.Node;

/** Registers a node as the primary in repmgr's table; does nothing if it is the only active primary there. A node that was promoted without
 * repmgr is not registered as one. */
public record RegisterPrimary(Node node) implements Step {

    @Override
    public String title() {
        return "ensure that repmgr has " + node + " as the primary";
    }

    @Override
    public List<ShellLine> shell() {
        return RepmgrLines.lead(node).shell();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var table = context.observer().glance().postgres(node).repmgr().value();
        if (table.filter(this::isRight).isEmpty()) {
            RepmgrLines.lead(node).perform(context, progress);
        }
    }

    private boolean isRight(RepmgrFacts facts) {
        return facts.rows().stream()
                .filter(row -> row.active() && row.isPrimary())
                .map(RepmgrFacts.Row::name)
                .toList()
                .equals(List.of(node.name()));
    }
}
