package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Stops and starts the servers of nodes.",
            "A pgpool saves which backends were down, and a leader that holds the primary down searches for another for ever:"
                    + " --discard-status starts it without what it has saved."
        })
@CommandHelp(
        examples = {"restart leader", "restart pg-1 --mode immediate", "restart pgpool-2 --discard-status"},
        byHand = {"pg_ctl restart -D /run/lab/data -l /run/lab/postgresql.log -m fast    (on pg-1)"})
public final class Restart extends StoppingCommand {

    @Option(
            names = {"-D", "--discard-status"},
            description = "Pgpools start with every backend up, also those that were detached.")
    private boolean discardStatus;

    @Override
    Plan plan(LabSession session, List<Node> of, StopMode how) {
        if (discardStatus && of.stream().noneMatch(Node::isPgpool)) {
            throw LabException.usage(
                    "--discard-status is for pgpools",
                    "a PostgreSQL node saves no status of others",
                    "restart " + Node.names(of));
        }
        return session.restart(of, how, discardStatus);
    }
}
