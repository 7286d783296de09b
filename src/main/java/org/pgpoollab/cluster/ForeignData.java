package org.pgpoollab.cluster;

import java.util.Optional;
import org.pgpoollab.topology.Node;

/**
 * Detects data that belongs to another cluster than the primary's. Such a node can neither stream from the primary nor be rewound to it,
 * whether its server runs or not: only a copy of the primary helps.
 */
public final class ForeignData {

    private ForeignData() {}

    /** Returns the system identifier of a node's data, if it differs from that of the leading primary. */
    public static Optional<String> of(ClusterState state, Node node) {
        return Replication.leadingPrimary(state)
                .filter(primary -> !primary.equals(node))
                .flatMap(primary -> of(state, node, primary));
    }

    /** Returns the same, compared with this primary. */
    public static Optional<String> of(ClusterState state, Node node, Node primary) {
        return said(state, primary)
                .flatMap(there ->
                        said(state, node).or(() -> written(state, node)).filter(here -> !here.equals(there)));
    }

    private static Optional<String> said(ClusterState state, Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(facts -> facts.server().system())
                .filter(system -> !system.isEmpty());
    }

    private static Optional<String> written(ClusterState state, Node node) {
        return state.postgres(node).files().value().map(NodeFiles::system).filter(system -> !system.isEmpty());
    }
}
