package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = {"Thaws what was paused.", "It goes on where it stood, and knows nothing of the time between."})
@Guide(examples = "resume pg-2", byHand = "kill -CONT -1    (on pg-2, as root)")
final class Resume implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeGroups.DESCRIPTION)
    private List<String> nodes;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(Errand errand) {
        var desk = errand.desk();
        var faults = desk.faults();
        return errand.carryOut(faults.resume(NodeGroups.of(faults.state(), nodes)));
    }
}
