package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** The condition that this pgpool holds the virtual address, and that no other pgpool is seen holding it. */
record VipOn(NodeSubject pool) implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        return pool.all(state, node -> on(state, node));
    }

    private static Evaluation on(ClusterState state, Node node) {
        var holders = state.vipHolders();
        if (!holders.isEmpty()) {
            return Evaluation.of(
                    holders.size() == 1 && holders.contains(node), "the VIP is on " + StateText.list(holders));
        }
        var seen = state.pool(node).holdsVip();
        return seen.isSeen()
                ? Evaluation.unmet("no pgpool is seen to hold the VIP")
                : Evaluation.unknown(
                        "whether " + node + " holds the VIP cannot be seen: " + StateText.silence(seen, state.at()));
    }

    static boolean isFullySeen(ClusterState state) {
        return state.pools().stream().allMatch(pool -> pool.holdsVip().isSeen());
    }

    @Override
    public String sentence() {
        return "vip is on " + pool.word();
    }
}
