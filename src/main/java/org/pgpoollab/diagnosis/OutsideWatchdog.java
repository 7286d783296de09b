package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/**
 * Reports a pgpool that answers and is neither leader nor standby of the watchdog by its own report: its view of backends does not count.
 */
final class OutsideWatchdog implements Check {

    /** The transient states, see wd_states in watchdog.c: a restart would only repeat them. */
    private static final Set<String> ON_THE_WAY =
            Set.of("LOADING", "JOINING", "INITIALIZING", "STANDING FOR LEADER", "PARTICIPATING IN ELECTION");

    @Override
    public List<Finding> findings(ClusterState state) {
        return in(state)
                .map(pool -> Finding.error(
                                pool.node() + " does not take part in the watchdog: it reports " + word(pool),
                                "only a pgpool in state LEADER or STANDBY takes part",
                                remedy(state, pool))
                        .about(about(state, pool)))
                .toList();
    }

    static Stream<PoolNode> in(ClusterState state) {
        return state.pools().stream().filter(pool -> pool.watchdog().isSeen() && !isInside(pool));
    }

    /** Returns the nodes concerned. An election takes place because another pgpool is gone, or cannot be reached. */
    private static List<Node> about(ClusterState state, PoolNode pool) {
        return isOnTheWay(pool)
                ? Stream.concat(Stream.of(pool.node()), QuorumVotes.absent(state).stream())
                        .toList()
                : List.of(pool.node());
    }

    private static Remedy remedy(ClusterState state, PoolNode pool) {
        var arrival = arrival(state, pool.node());
        var undone = ImposedFaults.undo(state, pool.node())
                .or(() -> isOnTheWay(pool)
                        ? ImposedFaults.undo(
                                state,
                                state.pools().stream().map(PoolNode::node).toList())
                        : Optional.empty())
                .map(undo -> Remedy.then(undo, arrival));
        if (undone.isPresent()) {
            return undone.get();
        }
        var restarted = Remedy.restart(pool.node());
        return isOnTheWay(pool) ? arrival.or(restarted) : restarted;
    }

    private static Remedy arrival(ClusterState state, Node pool) {
        var others =
                state.leaders().stream().filter(leader -> !leader.equals(pool)).toList();
        return Remedy.waitFor(others.size() == 1 ? pool + " is standby" : "leader is up");
    }

    private static boolean isOnTheWay(PoolNode pool) {
        return pool.watchdogState().filter(ON_THE_WAY::contains).isPresent();
    }

    /** Returns whether a pgpool takes part by its own report. */
    static boolean isInside(PoolNode pool) {
        return pool.watchdogState().filter(WatchdogFacts::takesPart).isPresent();
    }

    private static String word(PoolNode pool) {
        return pool.watchdogState().filter(word -> !word.isEmpty()).orElse("no state");
    }
}
