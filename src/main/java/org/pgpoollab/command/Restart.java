package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "Stops and starts the servers of nodes.")
@CommandHelp(
        examples = {"restart leader", "restart pg-1 --mode smart"},
        byHand = {"pg_ctl restart -D /run/lab/data -l /run/lab/postgresql.log -m fast    (on pg-1)"})
public final class Restart implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = "Names, or primary, standby, standbys, leader, vip, all.")
    private List<String> nodes;

    @Option(
            names = {"-m", "--mode"},
            paramLabel = "MODE",
            description = "How servers stop: smart, fast (default) or immediate.")
    private StopMode mode = StopMode.FAST;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        return context.carryOut(session.restart(NodeArguments.of(session, nodes), mode));
    }
}
