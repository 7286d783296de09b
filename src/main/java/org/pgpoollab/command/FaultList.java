package org.pgpoollab.command;

import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;

@Command(description = "Lists the active faults, each as the command that causes it.")
@CommandHelp(
        examples = {"faults", "faults --output json"},
        byHand = {
            "ip rule show protocol 77    (on each node)",
            "tc qdisc show dev eth0    (on each node)",
            "cat /proc/[0-9]*/stat | cut -d' ' -f 1-3    (on each node)"
        })
public final class FaultList implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var faults = context.session().look().faults();
        return context.show(AdHocReport.of(() -> lines(faults), () -> Map.of("faults", json(faults))));
    }

    private static List<String> lines(Faults faults) {
        return faults.isEmpty()
                ? List.of("nothing is broken on purpose")
                : faults.all().stream().map(Fault::text).toList();
    }

    private static List<Map<String, Object>> json(Faults faults) {
        return faults.all().stream().map(FaultList::json).toList();
    }

    private static Map<String, Object> json(Fault fault) {
        return Map.of(
                "command",
                fault.text(),
                "nodes",
                fault.nodes().stream().map(Node::name).toList());
    }
}
