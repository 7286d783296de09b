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
            "Promotes a standby without repmgr or Pgpool-II: the lab then has two primaries.",
            "Use promote or switchover for a real change; this command shows a split brain."
        })
@CommandHelp(examples = "promote! pg-2", byHand = "pg_ctl promote -D /run/lab/data    (on pg-2)")
public final class UnsafePromote extends PlannedCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.OneStandby.class, description = "A standby.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        var faults = session.faults();
        return faults.promote(NodeArguments.of(faults.state(), node));
    }
}
