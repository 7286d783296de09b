package org.pgpoollab.command;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Stops all processes of nodes by SIGSTOP: connections stay, nothing answers.",
            "With --process it stops those of one server program."
        })
@CommandHelp(
        examples = {"pause pg-2", "pause pgpool-0 --process pgpool"},
        byHand = {
            "kill -STOP -1    (on pg-2, as root)",
            "kill -STOP $(grep -lx pgpool /proc/[0-9]*/comm | cut -d/ -f3)    (on pgpool-2)"
        })
public final class Pause extends FaultOnNodes {

    @Option(names = "--process", paramLabel = "PROGRAM", description = "Stops postgres, repmgrd or pgpool alone.")
    private Server program;

    @Override
    Plan plan(FaultPlanner faults, List<Node> on) {
        return faults.pause(on, Optional.ofNullable(program));
    }
}
