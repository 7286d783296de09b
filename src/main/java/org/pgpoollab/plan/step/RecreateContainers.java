package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.engine.compose.FolderContainers;

/** Makes containers of a generated folder anew, with the variables that its .env has now. Their data stays. */
public record RecreateContainers(FolderContainers containers, String node, String why) implements Step {

    @Override
    public String title() {
        return "start " + node + " anew: " + why;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(containers.recreating(List.of(node))));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        containers.recreate(List.of(node));
    }
}
