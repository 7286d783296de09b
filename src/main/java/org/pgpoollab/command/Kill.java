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
            "Cuts the power of hosts: all processes and network addresses are gone at once.",
            "With --process it kills one server program with SIGKILL, and the host stays up."
        })
@CommandHelp(
        examples = {"kill primary", "kill pg-1 --process repmgrd"},
        byHand = {
            "kill -KILL -1    (on pg-2, as root)",
            "kill -KILL $(grep -lx repmgrd /proc/[0-9]*/comm | cut -d/ -f3)    (on pg-1, as root)"
        })
public final class Kill extends FaultOnNodes {

    @Option(names = "--process", paramLabel = "PROGRAM", description = "Kills postgres, repmgrd or pgpool alone.")
    private Server program;

    @Override
    Plan plan(FaultPlanner faults, List<Node> on) {
        return faults.kill(on, Optional.ofNullable(program));
    }
}
