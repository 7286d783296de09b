package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that stops the servers of nodes. */
abstract class StoppingCommand extends PlannedCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = "Names, or primary, standby, standbys, leader, vip, all.")
    private List<String> nodes;

    @Option(
            names = {"-m", "--mode"},
            paramLabel = "MODE",
            description = "How servers stop: smart, fast (default) or immediate.")
    private StopMode mode = StopMode.FAST;

    abstract Plan plan(LabSession session, List<Node> of, StopMode how);

    @Override
    final Plan plan(LabSession session) {
        return plan(session, NodeArguments.of(session, nodes), mode);
    }
}
