package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeListArgument;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Resumes the processes that pause has stopped.",
            "They continue where they stood, and know nothing of the time in between.",
            "Refuses an old primary while another node is primary, unless --force is given."
        })
@CommandHelp(
        examples = {"resume pg-2", "resume pg-0 --force"},
        byHand = "kill -CONT -1    (on pg-2, as root)")
public final class Resume extends PlannedCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeListArgument.DESCRIPTION)
    private List<String> nodes;

    @Option(names = "--force", description = "Resumes an old primary too; the lab then has two primaries.")
    private boolean force;

    @Override
    Plan plan(LabSession session) {
        var faults = session.faults();
        var frozen = NodeListArgument.of(faults.state(), nodes);
        if (!force) {
            session.repairs().refuseResume("resume", frozen, faults.state());
        }
        return faults.resume(frozen);
    }
}
