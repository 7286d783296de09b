package org.pgpoollab.command;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeGroups;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.topology.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Stops all processes of nodes by SIGSTOP: connections stay, nothing answers.",
            "With --process it stops those of one server program."
        })
@CommandHelp(
        examples = {"pause pg-2", "pause pgpool-0 --process pgpool"},
        byHand = {
            "kill -STOP -1    (on pg-2, as root)",
            "kill -STOP $(grep -lx pgpool /proc/[0-9]*/comm | cut -d/ -f3)    (on pgpool-2)"
        })
public final class Pause implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeGroups.DESCRIPTION)
    private List<String> nodes;

    @Option(names = "--process", paramLabel = "PROGRAM", description = "Stops postgres, repmgrd or pgpool alone.")
    private Server program;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.pause(NodeGroups.of(faults.state(), nodes), Optional.ofNullable(program)));
    }
}
