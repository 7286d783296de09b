package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Prints how a program on this machine connects to the lab.",
            "It prints host, port, psql line, libpq and JDBC URLs."
        })
@CommandHelp(
        examples = {"connect", "connect --export"},
        byHand = "eval \"$(./pgpool-lab connect --export)\"")
public final class Connect implements LabCommand {

    @Option(names = "--export", description = "Prints PGHOST=… lines that a shell can read.")
    private boolean export;

    @Override
    public Exit run(CommandContext context) {
        return context.show(context.session().connect(export));
    }
}
