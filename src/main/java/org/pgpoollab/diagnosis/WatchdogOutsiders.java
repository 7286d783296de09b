package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/** Finds the pgpools that take no part in the watchdog, and how to bring them back. */
final class WatchdogOutsiders {

    private WatchdogOutsiders() {}

    static List<Node> of(ClusterState state) {
        return Stream.concat(
                        QuorumVotes.absent(state).stream(),
                        OutsideWatchdog.in(state).map(PoolNode::node))
                .distinct()
                .toList();
    }

    /** Returns the remedy; empty if nothing is known that would bring one back. */
    static Optional<Remedy> back(ClusterState state) {
        var absent = QuorumVotes.absent(state);
        return absent.isEmpty()
                ? ImposedFaults.undo(
                        state, state.pools().stream().map(PoolNode::node).toList())
                : Optional.of(SilentPgpool.remedy(state, absent));
    }
}
