package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;

/** The condition that some pgpool holds the virtual address. */
record VipHeld() implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        var holders = state.vipHolders();
        if (!holders.isEmpty()) {
            return Evaluation.met("the VIP is on " + StateText.list(holders));
        }
        return VipOn.isFullySeen(state)
                ? Evaluation.unmet("no pgpool holds the VIP")
                : Evaluation.unknown("no pgpool is seen to hold the VIP, and not all can be looked at");
    }

    @Override
    public String sentence() {
        return "vip is held";
    }
}
