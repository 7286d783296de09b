package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(description = "Checks what this machine can do: both engines, programs, resources and terminal.")
@CommandHelp(
        examples = {"doctor", "doctor --output json"},
        byHand = {"unshare --user --map-root-user --net true", "docker version"})
public final class Doctor implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var report = context.session().machine(context.output().style().look());
        context.show(report);
        return report.canRunALab() ? Exit.DONE : Exit.MISSING;
    }
}
