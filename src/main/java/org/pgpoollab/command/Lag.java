package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "Pauses WAL replay on a standby until heal or a restart.")
@CommandHelp(examples = "lag pg-2", byHand = "psql -h /run/postgresql -c 'SELECT pg_wal_replay_pause()'    (on pg-2)")
public final class Lag implements LabCommand {

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
        return context.carryOut(faults.lag(NodeArguments.of(faults.state(), node)));
    }
}
