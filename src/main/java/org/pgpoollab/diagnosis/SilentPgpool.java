package org.pgpoollab.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports a pgpool that answers neither queries nor pcp, together with its state by the leader's watchdog. It has no other finding. */
final class SilentPgpool implements Check {

    private static final int MOST_NAMES = 2;

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> isSilent(state, pool))
                .collect(Collectors.groupingBy(
                        pool -> undoneBy(state, pool.node()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(pools -> finding(state, pools))
                .toList();
    }

    /** Returns the name of the command that brings the node back: one command does so for several nodes at once. */
    private static String undoneBy(ClusterState state, Node node) {
        return ImposedFaults.undo(state, node)
                .map(undo -> undo.commands().get(0).split(" ")[0])
                .orElse("start");
    }

    /**
     * Returns one finding for pgpools that come back by one command. If they were brought back one after another, those that answer would
     * elect a leader without a quorum meanwhile.
     */
    private static Finding finding(ClusterState state, List<PoolNode> pools) {
        var nodes = pools.stream().map(PoolNode::node).toList();
        var reasons = pools.stream().map(pool -> pool.backends().reason()).distinct();
        var isOneReason = reasons.count() == 1;
        var what = named(state, nodes) + (nodes.size() == 1 ? " does not answer" : " do not answer");
        var why = Stream.of(
                        isOneReason ? Stream.<String>of() : pools.stream().map(pool -> eachSilence(state, pool)),
                        nodes.stream().map(node -> ImposedFaults.cause(state, node)),
                        leadersWords(state, pools),
                        Stream.of(waits(state)))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return Finding.error(isOneReason ? what + ": " + silence(state, pools.get(0)) : what, why, remedy(state, nodes))
                .about(nodes);
    }

    /** Returns the names, or how many they are if they would not fit into a line. */
    private static String named(ClusterState state, List<Node> nodes) {
        return nodes.size() > MOST_NAMES
                ? nodes.size() + " of " + state.pools().size() + " pgpools"
                : StateText.list(nodes);
    }

    private static String silence(ClusterState state, PoolNode pool) {
        return StateText.silence(pool.backends(), state.at());
    }

    private static String eachSilence(ClusterState state, PoolNode pool) {
        return pool.node() + ": " + silence(state, pool);
    }

    /** Returns a hint for a lab without a watchdog, where a stopped pgpool looks like one that searches for a primary. */
    private static String waits(ClusterState state) {
        return mayWait(state) ? "without a primary pgpool lets clients wait" : "";
    }

    private static boolean mayWait(ClusterState state) {
        return !state.lab().hasWatchdog() && state.primaries().isEmpty();
    }

    /** Returns the remedy: one command for all nodes that come back by it. Imposed faults are removed first. */
    static Remedy remedy(ClusterState state, List<Node> silent) {
        var commands = silent.stream()
                .collect(Collectors.groupingBy(node -> undoneBy(state, node), LinkedHashMap::new, Collectors.toList()));
        var off = commands.remove("start");
        var undo = commands.entrySet().stream().map(entry -> Remedy.on(entry.getKey(), entry.getValue()));
        return Remedy.each(Stream.concat(undo, Stream.ofNullable(off).map(Remedy::start)));
    }

    /** Returns whether all probes have run and none was answered. */
    static boolean isSilent(ClusterState state, PoolNode pool) {
        return pool.backends().isUnreachable()
                && (pool.watchdog().isUnreachable() || !state.lab().hasWatchdog());
    }

    private static Stream<String> leadersWords(ClusterState state, List<PoolNode> pools) {
        return state.leadersWatchdog().stream()
                .flatMap(watchdog -> pools.stream()
                        .flatMap(pool -> watchdog.member(pool.node().name()).stream())
                        .map(member -> state.leaders().get(0) + ", the leader, has "
                                + (pools.size() == 1 ? "it" : member.name()) + " as " + member.state()));
    }
}
