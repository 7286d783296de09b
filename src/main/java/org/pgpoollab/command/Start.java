package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Starts the servers of nodes, and waits until they answer.",
            "Refuses an old primary while another node is primary, and a standby that has WAL of its own, "
                    + "unless --force is given."
        })
@CommandHelp(
        examples = {"start pg-2", "start all", "start pg-0 --force"},
        byHand = {
            "pg_ctl start -D /run/lab/data -l /run/lab/postgresql.log    (on pg-2)",
            "setsid pgpool -n -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -a /run/lab/pool_hba.conf"
                    + " >>/run/lab/pgpool.log 2>&1 </dev/null &    (on pgpool-2)"
        })
public final class Start extends PlannedCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = "Names, or primary, standby, standbys, leader, vip, all.")
    private List<String> nodes;

    @Option(names = "--force", description = "Starts an old primary too; the lab then has two primaries.")
    private boolean force;

    @Override
    Plan plan(LabSession session) {
        return session.start(NodeArguments.of(session, nodes), force);
    }
}
