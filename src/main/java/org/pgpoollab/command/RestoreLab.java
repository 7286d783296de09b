package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.SaveNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Goes back to a save of the lab: its data, roles, beliefs and faults.",
            "A lab that was healthy is proved as up proves it; one that was in trouble is compared with what was noted. All that the lab"
                    + " is now is lost. It asks first, unless --yes is given."
        })
@CommandHelp(
        examples = {"restore before-failover", "restore lunch --yes"},
        byHand = {
            "./pgpool-lab down --keep --yes",
            "cp -a --reflink=auto --sparse=always /somewhere/. ~/.local/state/pgpool-lab/default",
            "./pgpool-lab up"
        })
public final class RestoreLab implements LabCommand {

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = SaveNames.class,
            description = "The name of a save; saves lists them.")
    private String name;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var save = new NamedSave(context, name);
        return save.carryOut(
                save.all().restore(name),
                "Restore " + name + ", and lose what the lab is now, with its data?",
                "restore");
    }
}
