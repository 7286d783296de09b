package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.OptionalLong;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.topology.Node;

/** Reports a standby on which WAL replay is paused: it still receives WAL, and queries there return old data. */
final class ReplayPaused implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .map(ClusterState.PostgresNode::node)
                .filter(node -> isPaused(state, node) && !LimitsBelowPrimary.isBelow(state, node))
                .map(node -> finding(state, node))
                .toList();
    }

    static boolean isPaused(ClusterState state, Node node) {
        return state.postgres(node)
                .says()
                .value()
                .filter(facts -> facts.inRecovery() && facts.server().replayPaused())
                .isPresent();
    }

    private static Finding finding(ClusterState state, Node node) {
        var lag = new Lag(node);
        var isWished = state.faults().has(lag);
        return Finding.warning(
                        "replay is paused on " + node + ": reads there return old data",
                        (isWished ? "broken on purpose: " + lag.text() : "somebody has called pg_wal_replay_pause()")
                                + behind(Replication.lag(state, node)),
                        isWished ? Remedy.heal(node) : Remedy.sql(node, "select pg_wal_replay_resume()"))
                .about(node);
    }

    private static String behind(OptionalLong lag) {
        return lag.orElse(0) == 0 ? "" : "; it is " + StandbyLags.size(lag.getAsLong()) + " of WAL behind the primary";
    }
}
