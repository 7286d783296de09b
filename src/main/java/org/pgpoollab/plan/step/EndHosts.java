package org.pgpoollab.plan.step;

import java.util.List;

/**
 * Ends all processes of the lab and removes its hosts and its network.
 *
 * @param byHand the shell lines of the lab's engine for it
 */
public record EndHosts(List<String> byHand) implements Step {

    public EndHosts {
        byHand = List.copyOf(byHand);
    }

    @Override
    public String title() {
        return "end all processes, hosts and the network";
    }

    @Override
    public List<ShellLine> shell() {
        return byHand.stream().map(ShellLine::here).toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().destroy();
    }
}
