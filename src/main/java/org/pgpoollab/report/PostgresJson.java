package org.pgpoollab.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;

/** Converts one PostgreSQL node to JSON. Null means unknown; an empty text means known to be nothing. */
final class PostgresJson {

    private PostgresJson() {}

    static List<Map<String, Object>> of(ClusterState state) {
        return state.postgres().stream().map(seen -> of(state, seen)).toList();
    }

    private static Map<String, Object> of(ClusterState state, PostgresNode seen) {
        var facts = seen.says().value();
        return new JsonFields()
                .with("name", seen.node().name())
                .with("state", word(seen))
                .with("reason", seen.says().reason())
                .with(
                        "forSeconds",
                        seen.says().isUnreachable()
                                ? seen.says().age(state.at()).toSeconds()
                                : null)
                .with("timeline", facts.map(PostgresFacts::timeline).orElse(null))
                .with(
                        "lsn",
                        facts.map(PostgresFacts::written).map(Lsn::toString).orElse(null))
                .with(
                        "replayedLsn",
                        facts.map(PostgresFacts::replayed).map(Lsn::toString).orElse(null))
                .with("lagBytes", lag(state, seen))
                .with("replication", facts.map(PostgresFacts::receiver).orElse(null))
                .with(
                        "streaming",
                        facts.map(told -> Replication.isStreaming(state, seen.node()))
                                .orElse(null))
                .with("upstream", facts.map(PostgresFacts::upstream).orElse(null))
                .with(
                        "standbys",
                        facts.map(told -> Replication.streamingFrom(state, seen.node()))
                                .orElse(null))
                .with(
                        "startedAt",
                        facts.map(told -> told.startedAt().toString()).orElse(null))
                .with("repmgr", repmgr(new PostgresCells(state, seen)))
                .map();
    }

    static String word(PostgresNode seen) {
        if (seen.says().isUnreachable()) {
            return "unreachable";
        }
        return seen.says()
                .value()
                .map(facts -> facts.isPrimary() ? "primary" : "standby")
                .orElse("unknown");
    }

    private static Long lag(ClusterState state, PostgresNode seen) {
        var lag = seen.isPrimary() ? OptionalLong.of(0) : Replication.lag(state, seen.node());
        return lag.isPresent() ? (Long) lag.getAsLong() : null;
    }

    private static Map<String, Object> repmgr(PostgresCells cells) {
        var row = cells.repmgrRow();
        return new JsonFields()
                .with("role", row.map(RepmgrFacts.Row::type).orElse(null))
                .with("active", row.map(RepmgrFacts.Row::active).orElse(null))
                .with("upstream", row.map(RepmgrFacts.Row::upstream).orElse(null))
                .with(
                        "daemon",
                        cells.seen()
                                .repmgr()
                                .value()
                                .map(RepmgrFacts::daemonRunning)
                                .orElse(null))
                .map();
    }
}
