package org.pgpoollab.engine.nativelab;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.PacketRules;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Node;

/** Applies the packet rules to one host at a time, in its network namespace. */
record HostNetwork(Engine engine, Shell shell, PacketRules rules) {

    private static final String UNIMPAIR =
            "tc qdisc show dev eth0 | grep -q 'qdisc prio 1:' && tc qdisc delete dev eth0 root; :";

    void impose(Node node) {
        feed(node, "ip", rules.ipLines(node));
        run(node, Command.of("sh", "-c", UNIMPAIR));
        var impairments = rules.tcLines(node);
        if (impairments.isEmpty()) {
            return;
        }
        var ended = feed(node, "tc", impairments);
        if (!ended.succeeded()) {
            run(node, Command.of("sh", "-c", UNIMPAIR));
            throw LabException.missing(
                    "packets of " + node + " cannot be slowed down",
                    "tc says: " + firstWords(ended),
                    "as root on this machine: modprobe -a sch_netem sch_prio cls_u32, or another fault: lag, cut");
        }
    }

    /** Returns the first line of the errors, which is the kernel's reason; the position in the batch comes last. */
    private static String firstWords(Shell.Ended ended) {
        return ended.errors().strip().lines().findFirst().orElse("nothing");
    }

    private Shell.Ended feed(Node node, String program, List<String> lines) {
        var ended = run(node, Command.of(program, "-batch", "-").reading(String.join("\n", lines) + "\n"));
        if (!ended.succeeded() && program.equals("ip")) {
            throw LabException.failed(
                    "packets of " + node + " cannot be lost", "ip says: " + ended.lastWords(), "heal");
        }
        return ended;
    }

    private Shell.Ended run(Node node, Command command) {
        return shell.run(engine.on(node.name(), Account.ROOT, command));
    }
}
