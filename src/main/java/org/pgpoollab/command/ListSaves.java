package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.save.SavesReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.SaveNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Lists the saves of the lab, or removes one.",
            "It says when each was made, its size, and what the lab was. With remove it removes one; it asks first, unless --yes is given. down removes all saves with the lab, down --keep keeps them."
        })
@CommandHelp(
        examples = {"saves", "saves remove lunch --yes"},
        byHand = "ls ~/.local/state/pgpool-lab/default/.saves")
public final class ListSaves implements LabCommand {

    private static final String REMOVE = "remove";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            completionCandidates = Actions.class,
            description = "remove (default: list all).")
    private String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = SaveNames.class,
            description = "The name of a save.")
    private String name = "";

    /** What can be done, for completion. */
    static final class Actions extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Actions() {
            super(List.of(REMOVE));
        }
    }

    @Override
    public boolean changes() {
        return !action.isEmpty();
    }

    @Override
    public Exit run(CommandContext context) {
        if (action.isEmpty()) {
            return context.show(SavesReport.of(
                    context.session().saves().store(), context.clock().getZone()));
        }
        if (!action.equals(REMOVE)) {
            throw UnknownAction.of("saves", action, List.of(REMOVE), "NAME");
        }
        if (name.isEmpty()) {
            throw LabException.usage("saves remove needs the name of a save", "saves lists them", "saves");
        }
        var save = new NamedSave(context, name);
        return save.carryOut(save.all().remove(name), "Remove the save " + name + "?", "saves remove");
    }
}
