package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.report.StatusReport;
import picocli.CommandLine.Command;

@Command(description = "Shows the state of the lab, and what is wrong with it.")
@CommandHelp(
        examples = {"status", "status --output json"},
        byHand = {"repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)"})
final class Status implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        return context.show(new StatusReport(context.session().examine()));
    }
}
