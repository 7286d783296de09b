package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.topology.Node;

/** Ends a host and all processes on it at once, as a power cut does: no data is flushed, and no connection is closed. */
public record PowerOff(Node node) implements Step {

    @Override
    public String title() {
        return "cut the power of " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.asRoot(node, "kill -KILL -1"),
                ShellLine.comment("and from outside the process 1 of " + node + ", with which its network goes"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().powerOff(node);
    }
}
