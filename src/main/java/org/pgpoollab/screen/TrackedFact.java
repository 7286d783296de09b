package org.pgpoollab.screen;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.report.Disagreement;
import org.pgpoollab.report.PostgresCells;
import org.pgpoollab.topology.Node;

/**
 * A fact about a node whose change is marked on the screen. Facts that change all the time (WAL positions, lag, clients, reads) are
 * not tracked.
 *
 * @param kind one of the constants below; empty for a fact that is never marked
 */
record TrackedFact(Node node, String kind) {

    static final String NONE = "";
    static final String NAME = "name";
    static final String SAYS = "says";
    static final String TIMELINE = "timeline";
    static final String REPLICATION = "replication";
    static final String REPMGR = "repmgr";
    static final String WATCHDOG = "watchdog";
    static final String VIP = "vip";
    static final String QUORUM = "quorum";

    private static final String SILENT = "silent";

    TrackedFact {
        Objects.requireNonNull(node);
        Objects.requireNonNull(kind);
    }

    static String beliefOf(Node pool) {
        return "belief of " + pool.name();
    }

    /**
     * Returns all facts known now, each with its value as text. Facts that were not probed are left out; a node that does not
     * answer counts as a known fact.
     */
    static Map<TrackedFact, String> of(ClusterState state) {
        var known = new HashMap<TrackedFact, String>();
        state.postgres().forEach(seen -> postgres(state, seen, known));
        state.pools().forEach(pool -> pool(pool, known));
        return known;
    }

    private static void postgres(ClusterState state, PostgresNode seen, Map<TrackedFact, String> known) {
        var node = seen.node();
        var cells = new PostgresCells(state, seen);
        learn(known, new TrackedFact(node, SAYS), seen.says().map(facts -> facts.isPrimary() ? "primary" : "standby"));
        seen.says()
                .value()
                .map(PostgresFacts::timeline)
                .ifPresent(timeline -> known.put(new TrackedFact(node, TIMELINE), timeline.toString()));
        if (seen.says().isSeen()) {
            // How long nothing was heard changes all the time.
            var text = cells.replication().text().replaceFirst(" last heard .*", " silent");
            known.put(new TrackedFact(node, REPLICATION), text);
        }
        cells.repmgrRow()
                .ifPresent(row -> known.put(
                        new TrackedFact(node, REPMGR), row.type() + " " + row.upstream() + " " + row.active()));
        for (var pool : state.pools()) {
            Disagreement.view(seen, pool)
                    .ifPresent(view -> known.put(
                            new TrackedFact(node, beliefOf(pool.node())),
                            (view.isUp() ? "up" : view.status()) + " " + view.role()));
        }
    }

    private static void pool(PoolNode pool, Map<TrackedFact, String> known) {
        var node = pool.node();
        var word = pool.watchdogState();
        learn(known, new TrackedFact(node, WATCHDOG), pool.watchdog().map(facts -> word.orElse("")));
        pool.holdsVip().value().ifPresent(holds -> known.put(new TrackedFact(node, VIP), holds.toString()));
        pool.watchdog()
                .value()
                .map(WatchdogFacts::quorum)
                .ifPresent(quorum -> known.put(new TrackedFact(node, QUORUM), quorum));
    }

    private static void learn(Map<TrackedFact, String> known, TrackedFact fact, Observed<String> observed) {
        observed.value().ifPresent(word -> known.put(fact, word));
        if (observed.isUnreachable()) {
            known.put(fact, SILENT);
        }
    }
}
