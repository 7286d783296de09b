package org.pgpoollab.repair;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.Fault.Program;
import org.pgpoollab.topology.Node;

/**
 * Whether a node that does not answer hangs. One question without an answer says nothing: nothing is killed or restarted for that.
 * That a process was stopped by a signal is what the kernel says; else it has to be silent for several questions, one after the other,
 * on a machine that had a processor for it. A pgpool is only restarted for that, and keeps no data: of it the silence is enough.
 */
public final class HangCheck {

    private static final Duration CONFIRMED = Duration.ofSeconds(6);

    /** How a silence begins, in which nobody has said anything; a refusal is an answer. */
    private static final String NOTHING_SAID = "no answer";

    private HangCheck() {}

    /** Of those that do not answer the ones that have to be asked again before it is known. */
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
        var server = node.isPostgres() ? Program.POSTGRES : Program.PGPOOL;
        return state.faults().has(new Pause(node)) || state.faults().has(new PauseServer(node, server));
    }

    /** Pgpools wait for a backend that is frozen. */
    private static boolean isAnyFrozen(ClusterState state) {
        return state.lab().postgresNodes().stream().anyMatch(node -> isFrozen(state, node));
    }

    private static Observed<?> fact(ClusterState state, Node node) {
        return node.isPostgres()
                ? state.postgres(node).says()
                : state.pool(node).backends();
    }
}
