package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Fills the disk of a node. Refused by the native engine.",
            "Its nodes have no disks of their own: what fills one fills this machine's."
        })
@Guide(
        examples = {"fill pg-0"},
        byHand = {"fallocate -l 10G /run/lab/data/full"})
final class Fill implements LabCommand {

    @Parameters(paramLabel = "NODE", completionCandidates = NodeNames.class, description = "A PostgreSQL node.")
    private String node;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(Errand errand) {
        var meant = MeantNodes.of(errand.desk(), node);
        throw LabException.failed(
                "the disk of " + meant + " cannot be filled",
                "with the native engine all nodes share this machine's disk, and a limit for one directory needs root",
                "kill " + meant + "; or: pause " + meant + " --process postgres");
    }
}
