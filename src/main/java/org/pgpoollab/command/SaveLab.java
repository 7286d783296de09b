package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.save.SaveName;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.SaveNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Saves the lab with its data, roles, beliefs and faults, for restore.",
            "Its servers go on: PostgreSQL is only held still for a moment (at most 3 s) while the last changes are copied. A lab in trouble"
                    + " is saved as it is. It asks before it replaces a save of the same name, unless --yes is given."
        })
@CommandHelp(
        examples = {"save before-failover", "save lunch --yes"},
        byHand = {
            "pg_ctl stop -D /run/lab/data -m fast    (on every PostgreSQL node, the primary first)",
            "cp -a --reflink=auto --sparse=always ~/.local/state/pgpool-lab/default /somewhere"
        })
public final class SaveLab implements LabCommand {

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = SaveNames.class,
            description = "Up to 40 letters, digits, dots, dashes and underscores.")
    private String name;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        SaveName.valid(name);
        var save = new NamedSave(context, name);
        var plan = save.all().save(name);
        return save.isThere() ? save.carryOut(plan, "Replace the save " + name + "?", "save") : context.carryOut(plan);
    }
}
