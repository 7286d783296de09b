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
            "Tells the pgpools to stop using backends; PostgreSQL on them keeps running.",
            "Refuses the primary and the last backend that a pgpool uses, unless --force is given."
        })
@CommandHelp(examples = "detach pg-2", byHand = "pcp_detach_node -h pgpool -p 9898 -U admin -w -n 2    (on pgpool-0)")
public final class Detach extends PlannedCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.AnyPostgres.class,
            description = "PostgreSQL nodes: names, or primary, standby, standbys.")
    private List<String> nodes;

    @Option(names = "--force", description = "Detaches even the primary or the last backend of a pgpool.")
    private boolean force;

    @Override
    Plan plan(LabSession session) {
        return session.detach(NodeArguments.of(session, nodes), force);
    }
}
