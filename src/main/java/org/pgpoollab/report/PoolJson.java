package org.pgpoollab.report;

import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.diagnosis.QuorumVotes;

/** Converts pgpools, their backends and their quorum to JSON. Null means unknown. */
final class PoolJson {

    /** The quorum state of a lab with one pgpool. */
    static final String NO_WATCHDOG = "NO WATCHDOG";

    /** The quorum state while no single leader is seen. */
    static final String UNKNOWN = "UNKNOWN";

    private PoolJson() {}

    static List<Map<String, Object>> of(ClusterState state) {
        return state.pools().stream().map(pool -> of(state, pool)).toList();
    }

    private static Map<String, Object> of(ClusterState state, PoolNode pool) {
        var silent = pool.backends().isUnreachable();
        return new JsonFields()
                .with("name", pool.node().name())
                .with("reachable", pool.isReachable())
                .with("reason", pool.backends().reason())
                .with("forSeconds", silent ? pool.backends().age(state.at()).toSeconds() : null)
                .with("watchdog", pool.watchdogState().orElse(null))
                .with("vip", pool.holdsVip().value().orElse(null))
                .with(
                        "quorum",
                        pool.watchdog().value().map(WatchdogFacts::quorum).orElse(null))
                .with(
                        "leader",
                        pool.watchdog().value().map(WatchdogFacts::leader).orElse(null))
                .with("backends", backends(pool))
                .map();
    }

    /** Returns one object for each row of {@code show pool_nodes}; none if the rows were not seen. */
    static List<Map<String, Object>> backends(PoolNode pool) {
        return pool.beliefs().stream().map(PoolJson::backend).toList();
    }

    static Map<String, Object> backend(BackendView view) {
        return new JsonFields()
                .with("backend", view.backend())
                .with("node", view.node())
                .with("status", view.status())
                .with("pgStatus", view.pgStatus())
                .with("weight", view.weight())
                .with("role", view.role())
                .with("pgRole", view.pgRole())
                .with("selects", view.isCounted() ? view.selects() : null)
                .with("loadBalanceNode", view.loadBalanceNode())
                .with("replicationDelay", view.replicationDelay())
                .with("replicationState", view.replicationState())
                .with("replicationSyncState", view.replicationSyncState())
                .with("lastStatusChange", view.lastStatusChange())
                .map();
    }

    /** Returns the quorum as the leader reports it; {@code present} is null without a single leader. */
    static Map<String, Object> quorum(ClusterState state) {
        var votes = QuorumVotes.of(state);
        return new JsonFields()
                .with("state", quorumWord(state))
                .with(
                        "present",
                        state.leadersWatchdog().map(WatchdogFacts::hasQuorum).orElse(null))
                .with("alive", votes.alive())
                .with("needed", votes.needed())
                .with("total", votes.total())
                .map();
    }

    private static String quorumWord(ClusterState state) {
        if (!state.lab().hasWatchdog()) {
            return NO_WATCHDOG;
        }
        return state.leadersWatchdog().map(WatchdogFacts::quorum).orElse(UNKNOWN);
    }
}
