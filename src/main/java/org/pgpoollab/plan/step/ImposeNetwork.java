package org.pgpoollab.plan.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgpoollab.engine.PacketRules;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Applies the wished network faults to the lab's hosts, and removes all others. */
public record ImposeNetwork(String title, Lab lab, Faults before, Faults wished) implements Step {

    @Override
    public List<ShellLine> shell() {
        var lines = new ArrayList<ShellLine>();
        for (var node : lab.nodes()) {
            var old = new PacketRules(lab, before).lostAt(node);
            var now = new PacketRules(lab, wished).lostAt(node);
            add(lines, node, "add", now, old);
            add(lines, node, "delete", old, now);
            traffic(lines, node);
        }
        return lines;
    }

    private static void add(List<ShellLine> lines, Node node, String verb, Set<String> selectors, Set<String> except) {
        selectors.stream()
                .filter(selector -> !except.contains(selector))
                .map(selector -> ShellLine.asRoot(
                        node,
                        "ip rule " + verb + " pref 100 " + selector + " blackhole protocol " + PacketRules.PROTOCOL))
                .forEach(lines::add);
    }

    private void traffic(List<ShellLine> lines, Node node) {
        var old = new PacketRules(lab, before).tcLines(node);
        var now = new PacketRules(lab, wished).tcLines(node);
        if (old.equals(now)) {
            return;
        }
        if (now.isEmpty()) {
            lines.add(ShellLine.asRoot(node, "tc qdisc delete dev eth0 root"));
        }
        now.stream().map(line -> ShellLine.asRoot(node, "tc " + line)).forEach(lines::add);
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        context.engine().impose(wished.revealed());
    }
}
