package org.pgpoollab.command;

import org.pgpoollab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Promotes a standby behind the back of repmgr and all pgpools: a false primary.",
            "The proper way is another command; this one is for seeing what it does."
        })
@CommandHelp(examples = "promote! pg-2", byHand = "pg_ctl promote -D /run/lab/data    (on pg-2)")
final class UnsafePromote implements LabCommand {

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
