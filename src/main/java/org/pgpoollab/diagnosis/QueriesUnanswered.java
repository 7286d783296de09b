package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports a pgpool that takes part in the watchdog and answers no query, which happens while it searches for a primary. */
final class QueriesUnanswered implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        if (PgpoolsWait.cause(state).isPresent()) {
            return List.of();
        }
        return state.pools().stream()
                .filter(PoolNode::leavesQueriesUnanswered)
                .map(pool -> Finding.error(
                                pool.node() + " takes part in the watchdog, but answers no query",
                                StateText.silence(pool.backends(), state.at()) + cause(state, pool),
                                remedy(state, pool))
                        .about(Stream.of(
                                        Stream.of(pool.node()),
                                        silent(state).stream(),
                                        isolated(state).stream(),
                                        markedDown(state))
                                .flatMap(nodes -> nodes)
                                .distinct()
                                .toList()))
                .toList();
    }

    private static Remedy remedy(ClusterState state, PoolNode pool) {
        if (pool.refusesClients()) {
            return Remedy.restart(pool.node());
        }
        return ImposedFaults.undo(state, pool.node()).orElseGet(() -> {
            if (state.primaries().isEmpty()) {
                return Remedy.waitFor("primary is known");
            }
            var isolated = ImposedFaults.undo(state, isolated(state));
            if (isolated.isPresent()) {
                return isolated.get();
            }
            return Remedy.restartHanging(
                    PrimarySearch.markedDownBy(state).isEmpty()
                            ? List.of(pool.node())
                            : PrimarySearch.restartedFor(state, unanswered(state)));
        });
    }

    /** Returns the pgpools that take part in the watchdog, but answer no query. */
    static List<Node> unanswered(ClusterState state) {
        return state.pools().stream()
                .filter(PoolNode::leavesQueriesUnanswered)
                .map(PoolNode::node)
                .toList();
    }

    private static String cause(ClusterState state, PoolNode pool) {
        if (pool.refusesClients()) {
            return "; it has not noticed which of its backends is the first one now, and refuses every new client";
        }
        if (state.primaries().isEmpty()) {
            return "; without a primary pgpool lets clients wait";
        }
        var isolated = isolated(state);
        if (!isolated.isEmpty()) {
            return "; it may be waiting for " + StateText.list(isolated)
                    + ", which no packets reach, until another node is primary";
        }
        var markedDownBy = PrimarySearch.markedDownBy(state);
        if (!markedDownBy.isEmpty()) {
            return "; it may search for another primary, as long as it runs: " + StateText.list(markedDownBy)
                    + (markedDownBy.size() == 1 ? " has" : " have") + " marked the one that there is down";
        }
        var silent = silent(state);
        return silent.isEmpty() ? "" : "; it may be waiting for " + StateText.list(silent) + ", until it is held down";
    }

    /** Returns the primary if a pgpool has marked it down. */
    private static Stream<Node> markedDown(ClusterState state) {
        return Replication.leadingPrimary(state)
                .filter(primary -> !PrimarySearch.markedDownBy(state).isEmpty())
                .stream();
    }

    /** Returns the primaries that were isolated: they answer this program, but no pgpool. */
    private static List<Node> isolated(ClusterState state) {
        return state.primaries().stream()
                .filter(node -> ImposedFaults.outOfReach(state, node).isPresent())
                .toList();
    }

    private static List<Node> silent(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isUnreachable())
                .map(PostgresNode::node)
                .toList();
    }
}
