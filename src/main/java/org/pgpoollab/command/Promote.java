package org.pgpoollab.command;

import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Makes a standby the primary of a lab that has none.",
            "The other standbys follow it. Refuses a standby if another one has more WAL."
        })
@CommandHelp(
        examples = {"promote pg-1", "promote pg-1 --dry-run"},
        byHand = {"repmgr -f /run/lab/repmgr.conf standby promote    (on pg-1)"})
public final class Promote extends PlannedCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.OneStandby.class, description = "A standby.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        var state = session.glance();
        return session.repairs().promote(NodeArguments.of(state, node), state);
    }
}
