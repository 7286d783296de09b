package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/**
 * The votes for the watchdog's quorum.
 *
 * @param alive how many pgpools take part: as the leader reports, or without a leader as each one reports itself
 * @param needed how many must take part
 * @param total how many the lab has
 */
public record QuorumVotes(int alive, int needed, int total) {

    public static QuorumVotes of(ClusterState state) {
        var lab = state.lab();
        return new QuorumVotes((int) alive(state), lab.quorum(), lab.pgpoolCount());
    }

    public int missing() {
        return Math.max(0, needed - alive);
    }

    /** Describes the votes: {@code 1 of 3 pgpools is alive, 2 are needed}. */
    public String text() {
        return alive + " of " + total + " pgpools " + (alive == 1 ? "is" : "are") + " alive, " + needed
                + (needed == 1 ? " is" : " are") + " needed";
    }

    /** Returns the pgpools that do not take part. */
    static List<Node> absent(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> !pool.isReachable())
                .map(PoolNode::node)
                .toList();
    }

    private static long alive(ClusterState state) {
        if (!state.lab().hasWatchdog()) {
            return state.pools().stream().filter(PoolNode::isReachable).count();
        }
        return state.leadersWatchdog()
                .map(watchdog -> watchdog.members().stream()
                        .filter(WatchdogFacts.Member::isAlive)
                        .count())
                .orElseGet(() -> state.pools().stream()
                        .filter(pool -> pool.watchdogState()
                                .filter(word -> word.equals("LEADER") || word.equals("STANDBY"))
                                .isPresent())
                        .count());
    }
}
