package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.WatchdogFacts;

/** Reports that the quorum needs every pgpool that is left. It leaves out a lab that has never had more pgpools. */
final class QuorumOnTheEdge implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var votes = QuorumVotes.of(state);
        var isThinned = votes.alive() == votes.needed() && votes.alive() < votes.total();
        var isPresent = state.leadersWatchdog().filter(WatchdogFacts::hasQuorum).isPresent();
        if (!isPresent || !isThinned) {
            return List.of();
        }
        return List.of(Finding.warning(
                        "the loss of one more pgpool ends the quorum, and with it the VIP",
                        votes.text(),
                        WatchdogOutsiders.back(state).orElseGet(() -> Remedy.waitFor("cluster is healthy")))
                .about(WatchdogOutsiders.of(state)));
    }
}
