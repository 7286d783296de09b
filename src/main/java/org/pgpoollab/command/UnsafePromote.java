package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
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
public final class UnsafePromote implements LabCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.OneStandby.class, description = "A standby.")
    private String node;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.promote(NodeArguments.of(faults.state(), node)));
    }
}
