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
            "Makes the health check of one pgpool find a backend down that is up.",
            "It shows how the other pgpools vote on one wrong report. It needs Pgpool-II 4.3.1 or later, and a health check."
        })
@CommandHelp(
        examples = {"lie pgpool-1 pg-2"},
        byHand = {"printf '2\\tdown\\n' >/run/lab/backend_down_request    (on pgpool-1)"})
public final class Lie extends PlannedCommand {

    @Parameters(
            index = "0",
            paramLabel = "POOL",
            completionCandidates = NodeNames.OnePool.class,
            description = "A pgpool.")
    private String pool;

    @Parameters(
            index = "1",
            paramLabel = "NODE",
            completionCandidates = NodeNames.OnePostgres.class,
            description = "A PostgreSQL node.")
    private String node;

    @Override
    Plan plan(LabSession session) {
        var faults = session.faults();
        return faults.lie(NodeArguments.of(faults.state(), pool), NodeArguments.of(faults.state(), node));
    }
}
