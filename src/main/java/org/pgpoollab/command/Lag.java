package org.pgpoollab.command;

import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "Pauses WAL replay on a standby until heal or a restart.")
@CommandHelp(examples = "lag pg-2", byHand = "psql -h /run/postgresql -c 'SELECT pg_wal_replay_pause()'    (on pg-2)")
public final class Lag extends PlannedCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.OneStandby.class, description = "A standby.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        var faults = session.faults();
        return faults.lag(NodeArguments.of(faults.state(), node));
    }
}
