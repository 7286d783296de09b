package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.StateText;

/** Reports a pgpool that answers queries while its watchdog cannot be queried through pcp. */
final class WatchdogUnseen implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        if (!state.lab().hasWatchdog()) {
            return List.of();
        }
        return state.pools().stream()
                .filter(pool -> pool.watchdog().isUnreachable()
                        && !SilentPgpool.isSilent(state, pool)
                        && !PrimarySearch.isInVain(state, pool))
                .map(pool -> Finding.error(
                                "the watchdog of " + pool.node() + " cannot be seen",
                                StateText.silence(pool.watchdog(), state.at()),
                                ImposedFaults.undo(state, pool.node())
                                        .orElseGet(() -> Remedy.restartHanging(pool.node())))
                        .about(pool.node()))
                .toList();
    }
}
