package org.pgpoollab.repair;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Decides whether a node that does not answer hangs. One unanswered probe proves nothing, and no process is killed or restarted for it. A
 * process that was stopped by a signal is known from the kernel. Otherwise several probes in a row must fail, on a machine that had
 * processor time for the node. For a pgpool the failed probes are enough, because it is only restarted and keeps no data.
 */
public final class HangCheck {

    private static final Duration CONFIRMED = Duration.ofSeconds(6);

    /** The beginning of the reason when a probe got no answer at all; a refused connection counts as an answer. */
    private static final String NOTHING_SAID = "no answer";

    private HangCheck() {}

    /** Returns those of the silent nodes that have to be probed again before the decision. */
    public static List<Node> unconfirmed(ClusterState state) {
        var postgres = state.postgres().stream()
                .filter(seen -> seen.says().isUnreachable())
                .map(PostgresNode::node)
                .filter(node -> !isConfirmed(state, node));
        var pools = state.pools().stream()
                .filter(pool ->
                        pool.backends().isUnreachable() && pool.watchdog().isUnreachable())
                .map(PoolNode::node)
                .filter(node -> !isConfirmed(state, node) && !isAnyFrozen(state));
        return Stream.concat(postgres, pools).toList();
    }

    static boolean isConfirmed(ClusterState state, Node node) {
        var fact = fact(state, node);
        if (isFrozen(state, node) || !fact.reason().startsWith(NOTHING_SAID)) {
            return true;
        }
        return fact.age(state.at()).compareTo(CONFIRMED) >= 0
                && (node.isPgpool() || !state.context().machine().isStarved());
    }

    static boolean isFrozen(ClusterState state, Node node) {
        var server = node.isPostgres() ? Server.POSTGRES : Server.PGPOOL;
        return state.faults().freezes(node, server);
    }

    /** Returns whether any backend is frozen, because pgpools wait for a frozen backend. */
    private static boolean isAnyFrozen(ClusterState state) {
        return state.lab().postgresNodes().stream().anyMatch(node -> isFrozen(state, node));
    }

    private static Observed<?> fact(ClusterState state, Node node) {
        return node.isPostgres()
                ? state.postgres(node).says()
                : state.pool(node).backends();
    }
}
