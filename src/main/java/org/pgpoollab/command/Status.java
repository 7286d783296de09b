package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.report.StatusReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(description = "Shows the state of the lab, and what is wrong with it.")
@CommandHelp(
        examples = {"status", "status --output json"},
        byHand = {"repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)"})
public final class Status implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        return context.show(
                new StatusReport(context.session().examine(), context.session().versions()));
    }
}
