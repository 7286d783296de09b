package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeListArgument;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Parameters;

/** A command that injects one fault on each of several nodes. */
abstract class FaultOnNodes extends PlannedCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeListArgument.DESCRIPTION)
    private List<String> nodes;

    abstract Plan plan(FaultPlanner faults, List<Node> on);

    @Override
    final Plan plan(LabSession session) {
        var faults = session.faults();
        return plan(faults, NodeListArgument.of(faults.state(), nodes));
    }
}
