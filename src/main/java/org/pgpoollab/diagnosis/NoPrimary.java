package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports that nodes answer and none is primary, so that no client can write. It waits until all nodes have been probed. */
final class NoPrimary implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        if (!state.primaries().isEmpty() || !allAsked(state) || nobodyAnswers(state)) {
            return List.of();
        }
        var silent = state.postgres().stream()
                .filter(seen -> !seen.says().isSeen())
                .map(PostgresNode::node)
                .toList();
        return List.of(new Promotion(state)
                .obstacle()
                .map(obstacle -> Finding.error(
                        "no node is primary, and repmgrd will promote none",
                        obstacle.why() + "; " + why(state, silent),
                        obstacle.remedy()))
                .orElseGet(() -> Finding.error("no node says that it is primary", why(state, silent), remedy())
                        .about(Stream.concat(silent.stream(), waiting(state)).toList())));
    }

    /**
     * Returns the pgpools of a lab without a watchdog that may be searching for a primary: without a watchdog they look like stopped ones.
     */
    private static Stream<Node> waiting(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> !state.lab().hasWatchdog() && SilentPgpool.isSilent(state, pool))
                .map(PoolNode::node);
    }

    private static String why(ClusterState state, List<Node> silent) {
        var standbys = state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .map(PostgresNode::node)
                .toList();
        if (silent.isEmpty()) {
            return "all nodes are standbys, and repmgrd has promoted none of them";
        }
        return StateText.list(standbys) + (standbys.size() == 1 ? " is a standby; " : " are standbys; ")
                + StateText.list(silent) + (silent.size() == 1 ? " does" : " do")
                + " not answer";
    }

    private static Remedy remedy() {
        return Remedy.waitFor("primary is known").or(Remedy.reconfigure());
    }

    private static boolean nobodyAnswers(ClusterState state) {
        return state.postgres().stream().noneMatch(seen -> seen.says().isSeen());
    }

    private static boolean allAsked(ClusterState state) {
        return state.postgres().stream()
                .allMatch(seen -> seen.says().isSeen() || seen.says().isUnreachable());
    }
}
