package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeListArgument;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Cuts the links between two groups of nodes.",
            "Packets between them are dropped, and the sender gets no error.",
            "With --one-way only packets from the first group to the second are dropped."
        })
@CommandHelp(
        examples = {
            "cut pg-0,pgpool-0 from all",
            "cut pgpool-0 pgpool-1 --port 9694/udp",
            "cut primary standbys --one-way"
        },
        byHand = {"ip rule add pref 100 from 10.77.0.12 blackhole protocol 77    (on pgpool-1)"})
public final class Cut implements LabCommand {

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            completionCandidates = NodeNames.Any.class,
            description = NodeListArgument.DESCRIPTION)
    private String from;

    @Parameters(
            index = "1..*",
            arity = "1..2",
            paramLabel = "TO",
            completionCandidates = NodeNames.Any.class,
            description = "The second group; all: all other nodes. The word from may precede it.")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--one-way",
            description = "Drops packets in one direction only: from the first group to the second.")
    private boolean oneWay;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Drops the packets of this port alone: 5432, 9694/udp.")
    private String port;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var which = port == null ? Port.ANY : FaultText.port(port);
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.cut(
                NodeListArgument.of(faults.state(), from),
                NodeListArgument.of(faults.state(), others()),
                oneWay,
                which));
    }

    private String others() {
        var groups = to.stream().skip(to.get(0).equals("from") ? 1 : 0).toList();
        if (groups.size() != 1) {
            throw LabException.usage(
                    "cut takes two groups of nodes",
                    "in a group there are commas: pg-0,pgpool-0",
                    "cut pg-0,pgpool-0 from all");
        }
        return groups.get(0);
    }
}
