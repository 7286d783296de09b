package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;

@Command(description = "Stops and starts the servers of nodes.")
@CommandHelp(
        examples = {"restart leader", "restart pg-1 --mode immediate"},
        byHand = {"pg_ctl restart -D /run/lab/data -l /run/lab/postgresql.log -m fast    (on pg-1)"})
public final class Restart extends StoppingCommand {

    @Override
    Plan plan(LabSession session, List<Node> of, StopMode how) {
        return session.restart(of, how);
    }
}
