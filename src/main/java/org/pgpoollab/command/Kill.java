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
            "Cuts the power of hosts: all processes and network addresses are gone at once.",
            "With --process it kills one server program with SIGKILL, and the host stays up."
        })
@CommandHelp(
        examples = {"kill primary", "kill pg-1 --process repmgrd"},
        byHand = {
            "kill -KILL -1    (on pg-2, as root)",
            "kill -KILL $(grep -lx repmgrd /proc/[0-9]*/comm | cut -d/ -f3)    (on pg-1, as root)"
        })
public final class Kill implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeGroups.DESCRIPTION)
    private List<String> nodes;

    @Option(names = "--process", paramLabel = "PROGRAM", description = "Kills postgres, repmgrd or pgpool alone.")
    private Server program;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.kill(NodeGroups.of(faults.state(), nodes), Optional.ofNullable(program)));
    }
}
