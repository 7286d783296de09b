package org.pgpoollab.engine;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

/** Applies the packet rules to one host at a time, by one command on it. */
public record HostNetwork(Engine engine, Shell shell, PacketRules rules) {

    private static final int NO_RULES = 11;
    private static final int NO_TRAFFIC_CONTROL = 12;

    private static final String UNIMPAIR =
            "{ tc qdisc show dev eth0 | grep -q 'qdisc prio 1:' && tc qdisc delete dev eth0 root; }";

    public void impose(Node node) {
        var script = batch("ip", rules.ipLines(node)) + " || exit " + NO_RULES + "\n" + UNIMPAIR + "\n";
        var impairments = rules.tcLines(node);
        if (!impairments.isEmpty()) {
            script += batch("tc", impairments) + " || { " + UNIMPAIR + "; exit " + NO_TRAFFIC_CONTROL + "; }\n";
        }
        var ended = shell.run(
                engine.on(node.name(), Account.ROOT, Command.of("sh", "-s").reading(script + "exit 0\n")));
        if (ended.status() == NO_TRAFFIC_CONTROL) {
            throw LabException.missing(
                    "packets of " + node + " cannot be slowed down",
                    "tc says: " + firstWords(ended),
                    engine.toLoad("sch_netem sch_prio cls_u32") + ", or another fault: lag, cut");
        }
        if (!ended.succeeded()) {
            throw LabException.failed(
                    "packets of " + node + " cannot be lost", "ip says: " + ended.lastWords(), "heal");
        }
    }

    /** Returns a command that feeds these lines to a program; they have no quotes. */
    private static String batch(String program, List<String> lines) {
        return "printf '%s\\n' '" + String.join("' '", lines) + "' | " + program + " -batch -";
    }

    /** Returns the first line of the errors, which is the kernel's reason; the position in the batch comes last. */
    private static String firstWords(Shell.Ended ended) {
        return ended.errors().strip().lines().findFirst().orElse("nothing");
    }
}
