package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/** Reports a pgpool that answers neither queries nor pcp, together with its state by the leader's watchdog. It has no other finding. */
final class SilentPgpool implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> isSilent(state, pool))
                .map(pool -> Finding.error(
                                pool.node() + " does not answer: " + StateText.silence(pool.backends(), state.at()),
                                Stream.of(
                                                ImposedFaults.cause(state, pool.node()),
                                                leadersWord(state, pool),
                                                waits(state))
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining("; ")),
                                remedy(state, List.of(pool.node())))
                        .about(pool.node()))
                .toList();
    }

    /** Returns a hint for a lab without a watchdog, where a stopped pgpool looks like one that searches for a primary. */
    private static String waits(ClusterState state) {
        return mayWait(state) ? "without a primary pgpool lets clients wait" : "";
    }

    private static boolean mayWait(ClusterState state) {
        return !state.lab().hasWatchdog() && state.primaries().isEmpty();
    }

    /** Returns the remedy: imposed faults are removed, and pgpools that are off are started together. */
    static Remedy remedy(ClusterState state, List<Node> silent) {
        var frozen = silent.stream().flatMap(node -> ImposedFaults.undo(state, node).stream());
        var off = silent.stream()
                .filter(node -> ImposedFaults.undo(state, node).isEmpty())
                .toList();
        return Remedy.each(Stream.concat(frozen, off.isEmpty() ? Stream.of() : Stream.of(Remedy.start(off))));
    }

    /** Returns whether all probes have run and none was answered. */
    static boolean isSilent(ClusterState state, PoolNode pool) {
        return pool.backends().isUnreachable()
                && (pool.watchdog().isUnreachable() || !state.lab().hasWatchdog());
    }

    private static String leadersWord(ClusterState state, PoolNode pool) {
        return state.leadersWatchdog()
                .flatMap(watchdog -> watchdog.member(pool.node().name()))
                .map(WatchdogFacts.Member::state)
                .map(word -> state.leaders().get(0) + ", the leader, has it as " + word)
                .orElse("");
    }
}
