package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.observe.FaultsByHand;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Lists the active faults, each as the command that causes it.",
            "So it lists what is seen at a host, whatever caused it: power off, stopped servers, a filled disk.",
            "Other faults that were made by hand, with a signal, iptables, ip or tc, are listed as they are seen."
        })
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
        var session = context.session();
        var faults = session.look().faults();
        var byHand = new FaultsByHand(session.lab(), session.engine(), session.shell()).besides(faults);
        return context.show(AdHocReport.of(() -> lines(faults, byHand), () -> json(faults, byHand)));
    }

    private static Map<String, Object> json(Faults faults, List<FaultsByHand.Sign> byHand) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("faults", faults.all().stream().map(FaultList::json).toList());
        tree.put("byHand", byHand.stream().map(FaultList::json).toList());
        return tree;
    }

    private static List<String> lines(Faults faults, List<FaultsByHand.Sign> byHand) {
        var lines = new ArrayList<>(faults.all().stream().map(Fault::text).toList());
        byHand.stream().flatMap(FaultsByHand.Sign::lines).forEach(lines::add);
        return lines.isEmpty() ? List.of("nothing is broken on purpose") : lines;
    }

    private static Map<String, Object> json(Fault fault) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("command", fault.text());
        tree.put("nodes", fault.nodes().stream().map(Node::name).toList());
        return tree;
    }

    private static Map<String, Object> json(FaultsByHand.Sign sign) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("node", sign.node().name());
        tree.put("seen", sign.seen());
        tree.put("undo", sign.undo());
        return tree;
    }
}
