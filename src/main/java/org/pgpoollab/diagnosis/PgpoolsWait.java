package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Reports a frozen PostgreSQL node for which pgpools wait. Every pgpool that connects there waits, even after a new primary was promoted.
 */
final class PgpoolsWait implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var waiting = waiting(state);
        if (waiting.isEmpty() || cause(state).isEmpty()) {
            return List.of();
        }
        var frozen = cause(state).get();
        var who =
                waiting.size() == state.pools().size() && waiting.size() > 1 ? "all pgpools" : StateText.list(waiting);
        return List.of(Finding.error(
                        who + (waiting.size() == 1 ? " waits for " : " wait for ") + frozen + ", which is frozen",
                        "pgpool connects to each node that it holds up; one that hangs keeps it from finding the new primary",
                        Remedy.resume(frozen).or(Remedy.kill(frozen)))
                .about(frozen));
    }

    /** Returns the frozen node that explains why pgpools do not answer. */
    static Optional<Node> cause(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> !seen.says().isSeen())
                .map(PostgresNode::node)
                .filter(node -> ImposedFaults.isFrozen(state, node))
                .findFirst();
    }

    static List<Node> waiting(ClusterState state) {
        return state.pools().stream()
                .filter(PoolNode::leavesQueriesUnanswered)
                .map(PoolNode::node)
                .toList();
    }
}
