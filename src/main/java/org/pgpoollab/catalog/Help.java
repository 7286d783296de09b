package org.pgpoollab.catalog;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "Explains a command, or lists all of them.")
@CommandHelp(examples = {"help", "help stop"})
final class Help implements LabCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            completionCandidates = CommandNames.class,
            description = "The command to explain.")
    private List<String> names = new ArrayList<>();

    /** The command names, for completion. */
    static final class CommandNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        CommandNames() {
            super(Catalog.names());
        }
    }

    @Override
    public Exit run(CommandContext context) {
        if (names.isEmpty()) {
            return context.show(new HelpOverview());
        }
        for (var name : names) {
            context.show(new HelpPage(Catalog.find(name)));
        }
        return Exit.DONE;
    }
}
