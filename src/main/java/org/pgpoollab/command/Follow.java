package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "Makes a standby follow another node, or the primary if no node is named.")
@CommandHelp(
        examples = {"follow pg-2", "follow pg-2 pg-1"},
        byHand = {"repmgr -f /run/lab/repmgr.conf standby follow --upstream-node-id=1001    (on pg-2)"})
public final class Follow extends PlannedCommand {

    @Parameters(
            index = "0",
            paramLabel = "NODE",
            completionCandidates = NodeNames.OneStandby.class,
            description = "A standby.")
    private String node;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "UPSTREAM",
            completionCandidates = NodeNames.OnePostgres.class,
            description = "The node to follow.")
    private String upstream = "";

    @Override
    Plan plan(LabSession session) {
        var state = session.glance();
        var whom = Optional.of(upstream).filter(word -> !word.isEmpty()).map(word -> NodeArguments.of(state, word));
        return session.repairs().follow(NodeArguments.of(state, node), whom, state);
    }
}
