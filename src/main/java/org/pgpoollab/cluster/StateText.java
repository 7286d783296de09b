package org.pgpoollab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.topology.Node;

/** Describes facts in short sentences, in the same words for findings, conditions and reports. */
public final class StateText {

    /** A younger fact counts as seen just now. */
    public static final Duration NOW = Duration.ofSeconds(1);

    private StateText() {}

    /** Joins names: {@code pg-0}, {@code pg-0 and pg-1}, {@code pg-0, pg-1 and pg-2}; {@code none} if there are none. */
    public static String list(Collection<?> things) {
        var words = things.stream().map(Object::toString).toList();
        if (words.isEmpty()) {
            return "none";
        }
        if (words.size() == 1) {
            return words.get(0);
        }
        var last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /**
     * Returns why there is no fact and since when: {@code connection refused, for 4 s}; empty if there is a fact. The duration is left out
     * if it is shorter than {@link #NOW}, because a single probe proves no duration.
     */
    public static String silence(Observed<?> fact, Instant now) {
        var lasts = fact.isUnreachable() && fact.age(now).compareTo(NOW) >= 0;
        return lasts ? fact.reason() + ", for " + TimeSpan.text(fact.age(now)) : fact.reason();
    }

    /** Describes a node: {@code pg-1 is a standby}, {@code pgpool-0 is LEADER}, {@code pg-2 does not answer (…)}. */
    public static String of(ClusterState state, Node node) {
        return node.isPostgres() ? postgres(state, node) : pool(state, node);
    }

    /** Describes several nodes, separated by semicolons. */
    public static String of(ClusterState state, List<Node> nodes) {
        return nodes.stream().map(node -> of(state, node)).collect(Collectors.joining("; "));
    }

    private static String postgres(ClusterState state, Node node) {
        var says = state.postgres(node).says();
        return says.value()
                .map(facts -> node + (facts.isPrimary() ? " is primary" : " is a standby"))
                .orElseGet(() -> silent(node, says, state.at()));
    }

    private static String pool(ClusterState state, Node node) {
        var pool = state.pool(node);
        if (!pool.isReachable()) {
            return silent(node, pool.backends(), state.at());
        }
        return pool.watchdogState().map(word -> node + " is " + word).orElse(node + " answers");
    }

    private static String silent(Node node, Observed<?> fact, Instant now) {
        if (fact.isUnreachable()) {
            return node + " does not answer (" + silence(fact, now) + ")";
        }
        return fact.equals(Observed.unasked())
                ? node + " has not been asked yet"
                : node + " is not known (" + fact.reason() + ")";
    }
}
