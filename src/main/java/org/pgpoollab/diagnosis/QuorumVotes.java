package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/**
 * The votes for the watchdog's quorum: as the leader counts them, or without a leader by what each pgpool reports of itself.
 *
 * @param alive how many pgpools take part
 * @param needed how many must take part
 * @param total how many count; a leader also counts one of its configuration that the lab does not have
 */
public record QuorumVotes(int alive, int needed, int total) {

    public static QuorumVotes of(ClusterState state) {
        return state.leadersWatchdog().map(QuorumVotes::of).orElseGet(() -> withoutLeader(state));
    }

    private static QuorumVotes of(WatchdogFacts leaders) {
        return new QuorumVotes(leaders.alive(), leaders.needed(), leaders.total());
    }

    private static QuorumVotes withoutLeader(ClusterState state) {
        var lab = state.lab();
        var alive = state.pools().stream()
                .filter(pool -> lab.hasWatchdog() ? OutsideWatchdog.isInside(pool) : pool.isReachable())
                .count();
        return new QuorumVotes((int) alive, lab.quorum(), lab.pgpoolCount());
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
}
