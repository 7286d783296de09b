package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.InWords;

/** A pgpool lives, by its watchdog, but answers no query: so it is while pgpool looks for a primary. */
final class QueriesUnanswered implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        if (PgpoolsWait.cause(state).isPresent()) {
            return List.of();
        }
        return state.pools().stream()
                .filter(QueriesUnanswered::isUnanswered)
                .map(pool -> Finding.error(
                        pool.node() + " takes part in the watchdog, but answers no query",
                        InWords.silence(pool.backends(), state.at()) + cause(state),
                        state.primaries().isEmpty() ? Remedy.waitFor("primary is known") : Remedy.logs(pool.node())))
                .toList();
    }

    static boolean isUnanswered(PoolNode pool) {
        return pool.backends().isUnreachable() && pool.watchdog().isSeen();
    }

    private static String cause(ClusterState state) {
        return state.primaries().isEmpty() ? "; without a primary pgpool lets clients wait" : "";
    }
}
