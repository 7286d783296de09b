package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/** Reports pgpools whose configuration names a member of the watchdog that the lab does not have. It counts for the quorum, and never votes. */
final class UnknownWatchdogMember implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var counting = state.pools().stream()
                .filter(pool -> !unknown(state, pool).isEmpty())
                .map(PoolNode::node)
                .toList();
        if (counting.isEmpty()) {
            return List.of();
        }
        var names = state.pools().stream()
                .flatMap(pool -> unknown(state, pool).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(Finding.warning(
                        StateText.list(counting) + (counting.size() == 1 ? " counts" : " count")
                                + " a pgpool that the lab does not have: " + String.join(", ", names),
                        QuorumVotes.of(state).text() + " for a quorum; one that is only configured never votes",
                        Remedy.then(Remedy.rewriteFiles(), Remedy.restart(counting)))
                .about(counting));
    }

    private static List<String> unknown(ClusterState state, PoolNode pool) {
        var known = state.lab().pgpoolNodes().stream().map(Node::name).collect(Collectors.toSet());
        return pool.watchdog().value().map(WatchdogFacts::members).orElse(List.of()).stream()
                .filter(WatchdogFacts.Member::counts)
                .map(WatchdogFacts.Member::name)
                .filter(name -> !known.contains(name))
                .toList();
    }
}
