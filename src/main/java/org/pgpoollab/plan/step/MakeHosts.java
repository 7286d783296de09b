package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.fault.Faults;

/**
 * Creates the lab's network and its empty hosts.
 *
 * @param byHand the shell lines of the lab's engine for it
 */
public record MakeHosts(int hosts, List<String> byHand) implements Step {

    public MakeHosts {
        byHand = List.copyOf(byHand);
    }

    @Override
    public String title() {
        return "make " + hosts + " hosts on one network";
    }

    @Override
    public List<ShellLine> shell() {
        return byHand.stream().map(ShellLine::here).toList();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var file = context.faultsFile();
        if (!context.engine().isRunning() && !file.read().revealed().isEmpty()) {
            // Faults of an earlier run of the lab have ended with its hosts.
            file.write(Faults.NONE);
        }
        context.engine().create();
        var wished = file.read().revealed();
        if (!wished.isEmpty()) {
            context.engine().impose(wished);
            FillDisk.keep(wished, context, progress);
        }
    }
}
