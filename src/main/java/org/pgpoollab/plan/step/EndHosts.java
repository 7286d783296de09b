package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.LabDirectory;

/** Ends all processes of the lab and removes its hosts and its network. */
public record EndHosts(LabDirectory directory) implements Step {

    @Override
    public String title() {
        return "end all processes, hosts and the network";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("kill -KILL $(cat " + holderPid() + ")"));
    }

    private String holderPid() {
        return ShellQuoting.quote(
                directory.root().resolve(".native/unshare.pid").toString());
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().destroy();
    }
}
