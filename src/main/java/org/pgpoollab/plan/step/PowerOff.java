package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.topology.Node;

/**
 * Ends a host and all processes on it at once, as a power cut does: no data is flushed, and no connection is closed.
 *
 * @param byHand the shell lines of the lab's engine for it
 */
public record PowerOff(Node node, List<String> byHand) implements Step {

    public PowerOff {
        byHand = List.copyOf(byHand);
    }

    @Override
    public String title() {
        return "cut the power of " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return byHand.stream().map(ShellLine::here).toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().powerOff(node);
    }
}
