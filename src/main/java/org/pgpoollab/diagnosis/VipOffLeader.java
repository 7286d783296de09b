package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;

/** Reports that a node holds the virtual address while another one leads the watchdog. */
final class VipOffLeader implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var holders = state.vipHolders();
        var leaders = state.leaders();
        if (holders.size() != 1 || leaders.size() != 1 || holders.equals(leaders)) {
            return List.of();
        }
        var holder = holders.get(0);
        return List.of(Finding.error(
                        holder + " holds the VIP, but " + leaders.get(0) + " is the leader",
                        StateText.of(state, holder) + "; only the leader may hold it",
                        Remedy.then(VipCommands.take(state, holder), Remedy.waitFor("vip is on " + leaders.get(0)))
                                .or(VipCommands.give(state, leaders.get(0))))
                .about(holder));
    }
}
