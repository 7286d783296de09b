package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;

/** Reports that no pgpool holds the virtual address although all were probed and nothing else explains it. */
final class NoVipHolder implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var anySeen = state.pools().stream().anyMatch(pool -> pool.holdsVip().isSeen());
        if (!state.vipHolders().isEmpty() || !anySeen || isExplained(state)) {
            return List.of();
        }
        return List.of(Finding.error(
                "no pgpool is seen to hold the VIP " + state.lab().addresses().vip(), why(state), remedy(state)));
    }

    /**
     * Returns whether another finding explains it: no quorum or no leader, without which no pgpool takes the address, or a silent single
     * pgpool.
     */
    private static boolean isExplained(ClusterState state) {
        if (state.lab().hasWatchdog()) {
            return QuorumLost.isLost(state) || state.leaders().isEmpty();
        }
        return state.pools().stream().noneMatch(PoolNode::isReachable);
    }

    private static String why(ClusterState state) {
        if (state.leaders().isEmpty()) {
            return "with one pgpool the lab itself sets the address";
        }
        return state.leaders().get(0) + " leads and has not taken it";
    }

    /** Returns the remedy. A leader that was just elected takes the address a moment later. */
    private static Remedy remedy(ClusterState state) {
        if (state.leaders().isEmpty()) {
            var only = state.pools().get(0).node();
            return VipCommands.give(state, only).or(Remedy.restart(only));
        }
        var leader = state.leaders().get(0);
        return Remedy.waitFor("vip is on " + leader)
                .or(VipCommands.give(state, leader))
                .or(Remedy.restart(leader));
    }
}
