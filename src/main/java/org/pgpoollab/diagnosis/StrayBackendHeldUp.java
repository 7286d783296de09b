package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** Reports a node that has left the primary's history while pgpools still use it: clients read data that the primary never wrote. */
final class StrayBackendHeldUp implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.postgres().stream()
                        .filter(seen -> isStray(state, seen, primary))
                        .flatMap(seen -> finding(state, seen.node(), primary)))
                .toList();
    }

    private static boolean isStray(ClusterState state, PostgresNode seen, Node primary) {
        return seen.isPrimary() ? !seen.node().equals(primary) : DivergedTimeline.hasDiverged(state, seen, primary);
    }

    private static Stream<Finding> finding(ClusterState state, Node node, Node primary) {
        var beliefs = new BackendBeliefs(state, node);
        if (beliefs.holdingUp().isEmpty()) {
            return Stream.of();
        }
        return Stream.of(Finding.error(
                        "pgpool sends queries to " + node + ", which does not follow " + primary,
                        beliefs.inWords() + "; its data is not the primary's",
                        remedy(state, node))
                .about(node));
    }

    /** Returns the remedy. The last backend of a pgpool must not be detached, so the true primary is attached first. */
    private static Remedy remedy(ClusterState state, Node node) {
        return new BackendBeliefs(state, node).isLastOfAny()
                ? Remedy.reconfigure()
                : Remedy.then(Remedy.detach(node), Remedy.reconfigure());
    }
}
