package org.pgpoollab.command;

import org.pgpoollab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Fills the disk that a node keeps its WAL on.",
            "No new file can be made in pg_wal; segments that are there are still written. When a new one is",
            "needed, a primary stops and does not start again, a standby receives no more. Tables still grow."
        })
@CommandHelp(
        examples = {"fill primary", "fill pg-1"},
        byHand = {"sh /run/lab/disk.sh fill    (on pg-1, as root)"})
final class Fill implements LabCommand {

    @Parameters(
            paramLabel = "NODE",
            completionCandidates = NodeNames.OnePostgres.class,
            description = "A PostgreSQL node.")
    private String node;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.fill(NodeArguments.of(faults.state(), node)));
    }
}
