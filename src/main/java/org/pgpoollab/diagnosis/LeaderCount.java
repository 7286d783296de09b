package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports that the watchdog has no leader, or more than one. */
final class LeaderCount implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var leaders = state.leaders();
        if (leaders.size() > 1) {
            return List.of(twoLeaders(state, leaders));
        }
        if (!leaders.isEmpty() || !state.lab().hasWatchdog() || !allAsked(state) || mayBeUnseen(state)) {
            return List.of();
        }
        return List.of(noLeader(state));
    }

    private static Finding twoLeaders(ClusterState state, List<Node> leaders) {
        return Finding.error(
                        StateText.list(leaders) + " each say that they lead the watchdog: split brain",
                        "they do not hear each other, or one of them was frozen and has just come back",
                        oneLeader(state, leaders))
                .about(leaders);
    }

    /** Returns the remedy for several leaders: they agree on one as soon as they reach each other. */
    private static Remedy oneLeader(ClusterState state, List<Node> leaders) {
        var agreed = oneLeads();
        return ImposedFaults.undo(state, leaders)
                .map(undo -> Remedy.then(undo, agreed))
                .orElse(agreed)
                .or(Remedy.restart(weaker(state, leaders)));
    }

    private static Remedy oneLeads() {
        return Remedy.waitFor("leader is up");
    }

    /** Returns the leader without a quorum, or else the last one. */
    private static Node weaker(ClusterState state, List<Node> leaders) {
        return leaders.stream()
                .filter(leader -> state.pool(leader)
                        .watchdog()
                        .value()
                        .filter(watchdog -> !watchdog.hasQuorum())
                        .isPresent())
                .findFirst()
                .orElseGet(() -> leaders.get(leaders.size() - 1));
    }

    private static Finding noLeader(ClusterState state) {
        var words = state.pools().stream()
                .map(pool -> StateText.of(state, pool.node()))
                .collect(Collectors.joining("; "));
        return Finding.error("the watchdog has no leader", words, remedy(state)).about(silent(state));
    }

    private static Remedy remedy(ClusterState state) {
        var silent = silent(state);
        return silent.isEmpty() ? oneLeads() : SilentPgpool.remedy(state, silent);
    }

    private static List<Node> silent(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> SilentPgpool.isSilent(state, pool))
                .map(PoolNode::node)
                .toList();
    }

    /** Returns whether a pgpool may lead whose watchdog cannot be asked yet. */
    private static boolean mayBeUnseen(ClusterState state) {
        return !PrimarySearch.inVain(state).isEmpty();
    }

    private static boolean allAsked(ClusterState state) {
        return state.pools().stream()
                .allMatch(pool -> pool.watchdog().isSeen() || pool.watchdog().isUnreachable());
    }
}
