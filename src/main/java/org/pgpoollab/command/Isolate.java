package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Cuts nodes off from all other nodes.",
            "All packets to and from them are dropped; their processes keep running."
        })
@CommandHelp(
        examples = {"isolate leader", "isolate pg-0,pgpool-0"},
        byHand = {
            "ip rule add pref 100 iif eth0 blackhole protocol 77    (on pg-2, as root)",
            "ip rule add pref 100 from 10.77.0.12 blackhole protocol 77    (on each other node, as root)"
        })
public final class Isolate extends FaultOnNodes {

    @Override
    Plan plan(FaultPlanner faults, List<Node> on) {
        return faults.isolate(on);
    }
}
