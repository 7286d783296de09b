package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;

/** Reports a node of which it cannot be seen whether it holds the virtual address, so that a second holder would go unnoticed. */
final class VipUnseen implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> pool.holdsVip().isUnreachable() && !SilentPgpool.isSilent(state, pool))
                .map(pool -> Finding.error(
                        "whether " + pool.node() + " holds the VIP cannot be seen",
                        StateText.silence(pool.holdsVip(), state.at()),
                        Remedy.restart(pool.node())))
                .toList();
    }
}
