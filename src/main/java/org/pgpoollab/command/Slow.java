package org.pgpoollab.command;

import java.time.Duration;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.fault.Fault.Impairment;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeListArgument;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.Durations;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.syntax.Percentage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Delays, drops or throttles packets from one group of nodes to another.",
            "It needs the kernel module sch_netem."
        })
@CommandHelp(
        examples = {"slow pg-0 standbys 200ms", "slow primary pg-1 50ms --loss 5% --rate 1mbit"},
        byHand = {"tc qdisc add dev eth0 root netem delay 200ms loss 5% rate 1mbit    (on pg-0, as root)"})
public final class Slow implements LabCommand {

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            completionCandidates = NodeNames.Any.class,
            description = NodeListArgument.DESCRIPTION)
    private String from;

    @Parameters(
            index = "1",
            paramLabel = "TO",
            completionCandidates = NodeNames.Any.class,
            description = "The second group; all: all other nodes.")
    private String to;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "DELAY",
            converter = Durations.class,
            description = "The delay of each packet: 200ms.")
    private Duration delay = Duration.ZERO;

    @Option(
            names = "--loss",
            paramLabel = "PERCENT",
            converter = Percentage.class,
            description = "How many packets of a hundred are dropped.")
    private int loss;

    @Option(names = "--rate", paramLabel = "RATE", description = "The bandwidth: 1mbit.")
    private String rate = "";

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        var impairment = impairment();
        var session = context.session();
        var faults = session.faults();
        return context.carryOut(faults.slow(
                NodeListArgument.of(faults.state(), from), NodeListArgument.of(faults.state(), to), impairment));
    }

    private Impairment impairment() {
        var impairment = new Impairment(delay, loss, FaultText.rate(rate));
        if (loss < 0 || loss > 100) {
            throw LabException.usage("--loss " + loss + " is no percentage", "it is from 0 to 100", "--loss 5%");
        }
        if (delay.isZero() && loss == 0 && rate.isEmpty()) {
            throw LabException.usage(
                    "nothing is slowed down", "neither delay nor loss nor rate was given", "slow pg-0 pg-1 200ms");
        }
        return impairment;
    }
}
