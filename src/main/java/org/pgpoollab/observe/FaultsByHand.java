package org.pgpoollab.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.fault.Fault.Slow;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Finds faults that were made without this program's commands: stopped processes, packet filters, routing rules that lose packets, and
 * queues that delay them. It runs one shell on each host, so it is asked only when somebody wants the list of faults.
 */
public record FaultsByHand(Lab lab, Engine engine, Shell shell) {

    /** Prints one line for each sign of a fault; the first word names its kind. Rules of protocol 77 are of this program. */
    private static final String LOOK = """
            for process in /proc/[0-9]*; do
                read -r stat 2>/dev/null <$process/stat || continue
                case "${stat##*) }" in
                T*) echo "stopped ${process#/proc/} $(tr '\\0' ' ' <$process/cmdline)" ;;
                esac
            done
            iptables-save 2>/dev/null | sed -n '/^\\*/{s/.//;h};/^-A/{G;s/^-A \\(.*\\)\\n\\(.*\\)/filter \\2 \\1/p}'
            ip rule show | sed -n '/proto 77/d;/blackhole\\|unreachable\\|prohibit/s/^\\([0-9]*\\):[ \\t]*/rule \\1 /p'
            tc qdisc show dev eth0 2>/dev/null | sed -n '/noqueue/d;/ root /s/^/queue /p'
            """;

    /**
     * One fault as it was seen.
     *
     * @param seen one sentence without the node's name
     * @param undo the command that removes it
     */
    public record Sign(Node node, String seen, String undo) {

        /** Returns two lines: what was seen where, and how it is undone. */
        public Stream<String> lines() {
            return Stream.of("by hand on " + node + ": " + seen, "  undo it: " + undo);
        }
    }

    /** @param known the faults that need not be found again */
    public List<Sign> besides(Faults known) {
        return lab.nodes().stream()
                .filter(engine::isOn)
                .flatMap(node -> engine.trouble(node)
                        .map(trouble -> Stream.of(sign(trouble)))
                        .orElseGet(() -> signs(node, known, look(node))))
                .toList();
    }

    /** A host that is held runs no shell, so nothing else is found there. */
    private static Sign sign(HostTrouble trouble) {
        var node = trouble.node();
        return new Sign(
                node,
                trouble.why(),
                switch (trouble.kind()) {
                    case HELD -> "resume " + node;
                    case DISCONNECTED -> "kill " + node + "; start " + node;
                });
    }

    private List<String> look(Node node) {
        var command = engine.on(node.name(), Account.ROOT, Command.of("sh", "-c", LOOK));
        return shell.run(command).output().lines().toList();
    }

    static Stream<Sign> signs(Node node, Faults known, List<String> lines) {
        var signs = new ArrayList<Sign>();
        for (var line : lines) {
            var words = line.split(" ", 3);
            if (words.length == 3) {
                sign(node, known, words).ifPresent(signs::add);
            }
        }
        return signs.stream();
    }

    private static Optional<Sign> sign(Node node, Faults known, String[] words) {
        var rest = words[2].strip();
        return switch (words[0]) {
            case "stopped" ->
                known.freezes(node)
                        ? Optional.empty()
                        : Optional.of(new Sign(
                                node,
                                "process " + words[1] + " is stopped by a signal: " + rest,
                                asRoot(node, "kill -CONT " + words[1])));
            case "filter" ->
                Optional.of(new Sign(
                        node,
                        "iptables filters packets: " + rest,
                        asRoot(node, "iptables -t " + words[1] + " -D " + rest)));
            case "rule" ->
                Optional.of(new Sign(
                        node,
                        "a routing rule loses packets: " + rest,
                        asRoot(node, "ip rule delete pref " + words[1] + " " + rest)));
            case "queue" ->
                known.touching(node).revealed().each(Slow.class).isEmpty()
                        ? Optional.of(new Sign(
                                node,
                                "a queue changes the traffic: " + rest,
                                asRoot(node, "tc qdisc delete dev eth0 root")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String asRoot(Node node, String line) {
        return "exec " + (node.isPostgres() ? "--root " : "") + node + " -- " + line;
    }
}
