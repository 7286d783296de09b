package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.report.NodesReport;
import picocli.CommandLine.Command;

@Command(description = "Lists the nodes with their addresses and current roles.")
@CommandHelp(
        examples = {"nodes"},
        byHand = {"repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)"})
final class Nodes implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        return context.show(new NodesReport(context.session().look()));
    }
}
