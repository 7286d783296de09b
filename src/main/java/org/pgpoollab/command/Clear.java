package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

/** Does nothing by itself: the prompt clears its terminal, and a script has none. */
@Command(
        description = {"Clears the output of the prompt.", "In a script there is nothing to clear, and nothing happens."
        })
@CommandHelp(
        examples = {"clear"},
        byHand = "clear")
public final class Clear implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        return Exit.DONE;
    }
}
