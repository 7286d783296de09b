package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;

/** Reports that the watchdog's leader has no quorum: there is no failover by consensus, and no virtual address. */
final class QuorumLost implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        if (!isLost(state)) {
            return List.of();
        }
        var word = state.leadersWatchdog().orElseThrow().quorum();
        return List.of(Finding.error(
                        "the quorum is lost: " + state.leaders().get(0) + " says " + word,
                        QuorumVotes.of(state).text() + "; without a quorum pgpool gives up the VIP",
                        remedy(state))
                .about(WatchdogOutsiders.of(state)));
    }

    static boolean isLost(ClusterState state) {
        return state.leadersWatchdog().filter(watchdog -> !watchdog.hasQuorum()).isPresent();
    }

    private static Remedy remedy(ClusterState state) {
        return WatchdogOutsiders.back(state).orElseGet(() -> Remedy.waitFor("quorum is present"));
    }
}
