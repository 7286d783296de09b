package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeGroups;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Cuts nodes off from all other nodes.",
            "All packets to and from them are dropped; their processes keep running."
        })
@CommandHelp(
        examples = {"isolate leader", "isolate pg-0,pgpool-0"},
        byHand = {
            "ip rule add pref 100 iif eth0 blackhole protocol 77    (on pg-2, as root)",
            "ip rule add pref 100 from 10.77.0.12 blackhole protocol 77    (on each other node, as root)"
        })
public final class Isolate implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "NODE",
            completionCandidates = NodeNames.Any.class,
            description = NodeGroups.DESCRIPTION)
    private List<String> nodes;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.isolate(NodeGroups.of(faults.state(), nodes)));
    }
}
