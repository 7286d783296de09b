package org.pgpoollab.plan.step;

import java.util.List;

/**
 * Removes what the lab's engine keeps for later labs and can make again.
 *
 * @param byHand the shell lines of the lab's engine for it
 */
public record RemoveImages(List<String> byHand) implements Step {

    public RemoveImages {
        byHand = List.copyOf(byHand);
    }

    @Override
    public String title() {
        return "remove the images of the hosts";
    }

    @Override
    public List<ShellLine> shell() {
        return byHand.stream().map(ShellLine::here).toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().removeImages();
    }
}
