package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.report.NodesReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(description = "Lists the PostgreSQL nodes, and repmgr's table of them.")
@CommandHelp(
        examples = {"nodes"},
        byHand = {"repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)"})
public final class Nodes implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        return context.show(new NodesReport(context.session().look()));
    }
}
