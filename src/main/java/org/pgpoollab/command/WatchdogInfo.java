package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.report.WatchdogReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(description = "Shows what each pgpool believes of the others.")
@CommandHelp(
        examples = {"watchdog_info"},
        byHand = {"pcp_watchdog_info -h pgpool -p 9898 -U admin -w -v    (on pgpool-0)"})
public final class WatchdogInfo implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        return context.show(new WatchdogReport(context.session().look()));
    }
}
