package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Promotion;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;

/** Describes what happens after servers were stopped, and how to start them again. */
final class StopAdvice {

    private StopAdvice() {}

    /** @param state the snapshot before they were stopped */
    static String of(List<Node> nodes, ClusterState state) {
        var primary = nodes.stream()
                .filter(node -> PlannedPause.ofPrimary(node, state).isPresent())
                .findFirst();
        if (primary.isEmpty()) {
            return ofOthers(nodes, state.lab());
        }
        if (leavesNobody(nodes, state)) {
            return "no other node is left that could take over; " + start(nodes);
        }
        return new Promotion(state, nodes)
                .obstacle()
                .map(obstacle -> "no other node takes over: " + obstacle.why() + "; " + start(nodes))
                .orElseGet(() -> ofPrimary(primary.get(), nodes));
    }

    private static String ofPrimary(Node primary, List<Node> nodes) {
        var rest = nodes.stream().filter(node -> !node.equals(primary)).toList();
        return rest.isEmpty()
                ? "another node takes over; when it is primary, bring this one back: rejoin " + primary
                        + "; to stop it for a moment only, without a failover: restart " + primary
                : "another node takes over; when it is primary, bring these back: rejoin " + primary + "; "
                        + startAndAttach(rest);
    }

    /** Returns whether no primary and no standby that answers is left without these nodes. */
    static boolean leavesNobody(List<Node> nodes, ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isSeen())
                .allMatch(seen -> nodes.contains(seen.node()));
    }

    /** Returns whether every pgpool attaches a standby that streams again by itself. */
    static boolean isFailbackAutomatic(Lab lab) {
        return isFailbackAutomatic(lab.pgpoolNodes(), lab.settings());
    }

    static boolean isFailbackAutomatic(List<Node> pgpools, Settings settings) {
        return pgpools.stream()
                .map(pgpool -> settings.of(Settings.PGPOOL, pgpool).getOrDefault("auto_failback", "off"))
                .allMatch("on"::equalsIgnoreCase);
    }

    private static String ofOthers(List<Node> nodes, Lab lab) {
        var backends = backends(nodes);
        if (!backends.isEmpty() && isFailbackAutomatic(lab)) {
            return "Pgpool-II will hold " + StateText.list(backends) + " down until auto_failback finds that "
                    + (backends.size() == 1 ? "it streams" : "they stream") + ": start " + Node.names(nodes);
        }
        return backends.isEmpty()
                ? start(nodes)
                : "Pgpool-II will hold " + StateText.list(backends) + " down, also after "
                        + (backends.size() == 1 ? "it is" : "they are") + " back: " + startAndAttach(nodes);
    }

    /** Returns the words that say how to start nodes again: {@code bring them back: start pg-1 pg-2}. */
    static String start(List<Node> nodes) {
        return "bring " + (nodes.size() == 1 ? "it" : "them") + " back: start " + Node.names(nodes);
    }

    private static String startAndAttach(List<Node> nodes) {
        var backends = backends(nodes);
        return "start " + Node.names(nodes) + (backends.isEmpty() ? "" : "; attach " + Node.names(backends));
    }

    private static List<Node> backends(List<Node> nodes) {
        return nodes.stream().filter(Node::isPostgres).toList();
    }
}
