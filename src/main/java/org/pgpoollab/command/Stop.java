package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;

@Command(description = "Shuts the servers of nodes down cleanly.")
@CommandHelp(
        examples = {"stop pg-1", "stop primary --mode immediate"},
        byHand = {
            "pg_ctl stop -D /run/lab/data -m fast    (on pg-2)",
            "pgpool -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -m fast stop    (on pgpool-2)"
        })
public final class Stop extends StoppingCommand {

    @Override
    Plan plan(LabSession session, List<Node> of, StopMode how) {
        return session.stop(of, how);
    }
}
