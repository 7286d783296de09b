package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;

/**
 * The condition that no more pgpools than this are seen to hold the virtual address.
 *
 * @param most 0 or more
 */
record VipHolders(int most) implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        var holders = state.vipHolders();
        var why = holders.isEmpty() ? "no pgpool is seen to hold the VIP" : "the VIP is on " + StateText.list(holders);
        if (holders.size() <= most && !VipOn.isFullySeen(state)) {
            return Evaluation.unknown(why + ", and not all can be looked at");
        }
        return Evaluation.of(holders.size() <= most, why);
    }

    @Override
    public String sentence() {
        return "vip holders at most " + most;
    }
}
