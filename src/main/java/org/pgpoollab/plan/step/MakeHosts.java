package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.fault.Faults;

/** Creates the lab's network and its empty hosts. */
public record MakeHosts(int hosts) implements Step {

    @Override
    public String title() {
        return "make " + hosts + " hosts on one network";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.comment("unshare --user --map-root-user --net --mount --uts --pid --fork --mount-proc sh"),
                ShellLine.comment("ip link add br0 type bridge; ip link add eth0 type veth peer name v-NODE; …"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var file = context.faultsFile();
        if (!context.engine().isRunning() && !file.read().isEmpty()) {
            // Faults of an earlier run of the lab have ended with its hosts.
            file.write(Faults.NONE);
        }
        context.engine().create();
        var wished = file.read();
        if (!wished.isEmpty()) {
            context.engine().impose(wished);
            FillDisk.keep(wished, context, progress);
        }
    }
}
