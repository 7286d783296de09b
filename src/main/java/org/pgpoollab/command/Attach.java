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
            "Tells the pgpools to use backends again.",
            "Refuses a node that is neither the primary nor a streaming standby, unless --force is given."
        })
@CommandHelp(
        examples = {"attach pg-2", "attach standbys", "attach pg-2 --force"},
        byHand = {"pcp_attach_node -h pgpool -p 9898 -U admin -w -n 2    (on pgpool-0)"})
public final class Attach extends PlannedCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.AnyPostgres.class,
            description = "PostgreSQL nodes: names, or primary, standby, standbys.")
    private List<String> nodes;

    @Option(names = "--force", description = "Attaches the nodes whatever their state.")
    private boolean force;

    @Override
    Plan plan(LabSession session) {
        return session.attach(NodeArguments.of(session, nodes), force);
    }
}
