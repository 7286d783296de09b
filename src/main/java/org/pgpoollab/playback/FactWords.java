package org.pgpoollab.playback;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.fault.Fault;

/**
 * The facts of a snapshot in words, without all that changes all the time: WAL positions, counters, ages. Two snapshots with the same words
 * differ in nothing that people would call a change.
 *
 * @param words each fact by its name: {@code pg-0}, {@code pgpool-1 on pg-0}; in the order of the lab
 */
record FactWords(Map<String, String> words) {

    private static final String FAULTS = "faults";

    FactWords {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    static FactWords of(ClusterState state) {
        var words = new LinkedHashMap<String, String>();
        state.postgres().forEach(node -> postgres(node, words));
        state.pools().forEach(pool -> pool(pool, words));
        words.put(FAULTS, state.faults().all().stream().map(Fault::text).collect(Collectors.joining(", ")));
        return new FactWords(words);
    }

    private static void postgres(PostgresNode node, Map<String, String> words) {
        var name = node.node().name();
        words.put(name, text(node.says().map(FactWords::postgres)));
        words.put("repmgr on " + name, text(node.repmgr().map(FactWords::repmgr)));
    }

    private static String postgres(PostgresFacts facts) {
        var timeline = ", timeline " + facts.timeline();
        if (facts.isPrimary()) {
            return "primary" + timeline;
        }
        var stream = facts.receiver().isEmpty() ? "receives nothing" : facts.receiver() + " from " + facts.upstream();
        return "standby" + timeline + ", " + stream + (facts.server().replayPaused() ? ", replay paused" : "");
    }

    private static String repmgr(RepmgrFacts facts) {
        var daemon = facts.daemonRunning() ? facts.daemonPaused() ? "repmgrd paused" : "repmgrd runs" : "no repmgrd";
        return facts.rows().stream().map(FactWords::row).collect(Collectors.joining(", ", daemon + "; ", ""));
    }

    private static String row(RepmgrFacts.Row row) {
        var upstream = row.upstream().isEmpty() ? "" : " of " + row.upstream();
        return row.name() + " " + row.type() + upstream + (row.active() ? "" : " inactive");
    }

    private static void pool(PoolNode pool, Map<String, String> words) {
        var name = pool.node().name();
        words.put("watchdog of " + name, text(pool.watchdog().map(facts -> watchdog(facts, name))));
        words.put("VIP on " + name, text(pool.holdsVip().map(holds -> holds ? "held" : "not held")));
        if (!pool.backends().isSeen()) {
            words.put(name, text(pool.backends().map(views -> "")));
            return;
        }
        words.put(name, "answers");
        pool.beliefs().forEach(view -> words.put(name + " on " + view.node(), belief(view)));
    }

    private static String watchdog(WatchdogFacts facts, String name) {
        return facts.member(name).map(WatchdogFacts.Member::state).orElse("?")
                + ", leader " + (facts.leader().isEmpty() ? "none" : facts.leader())
                + ", " + facts.quorum();
    }

    private static String belief(BackendView view) {
        // "waiting" becomes "up" with the first client, which is no change of the backend.
        return (view.isUp() ? "up" : view.status().toString()) + ", " + view.role();
    }

    private static String text(Observed<String> fact) {
        if (fact.isUnreachable()) {
            return "does not answer: " + fact.reason();
        }
        return fact.value().orElse("not known");
    }
}
