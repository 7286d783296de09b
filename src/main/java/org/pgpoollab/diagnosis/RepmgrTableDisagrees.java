package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.topology.Node;

/** Reports a node whose row in {@code repmgr.nodes}, as the primary stores it, contradicts what PostgreSQL reports. */
final class RepmgrTableDisagrees implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.postgres(primary).repmgr().value().stream()
                        .flatMap(table -> disagreements(state, primary, table)))
                .toList();
    }

    private static Stream<Finding> disagreements(ClusterState state, Node primary, RepmgrFacts table) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isSeen())
                .filter(seen -> !seen.isPrimary() || seen.node().equals(primary))
                .flatMap(seen -> disagreement(state, seen, table).stream()
                        .map(told -> Finding.error(
                                        "repmgr's table is wrong about " + seen.node(), told, remedy(seen, primary))
                                .about(seen.node())));
    }

    private static Optional<String> disagreement(ClusterState state, PostgresNode seen, RepmgrFacts table) {
        var node = seen.node();
        var row = table.row(node.name());
        if (row.isEmpty()) {
            return Optional.of("it has no row for " + node);
        }
        var type = ReplicationRole.of(seen.isPrimary());
        if (row.get().type() != type) {
            return Optional.of("it says " + row.get().type() + ", PostgreSQL says " + type);
        }
        if (!row.get().active()) {
            return Optional.of("it says inactive, but PostgreSQL answers");
        }
        return upstreamDisagreement(state, node, row.get());
    }

    private static Optional<String> upstreamDisagreement(ClusterState state, Node node, RepmgrFacts.Row row) {
        return Replication.gap(state, node).isPresent()
                ? Optional.empty()
                : state.postgres(node)
                        .says()
                        .value()
                        .map(PostgresFacts::upstream)
                        .filter(upstream -> !upstream.isEmpty() && !upstream.equals(row.upstream()))
                        .map(upstream -> "it says that " + node + " follows " + row.upstream()
                                + ", but it streams from " + upstream);
    }

    private static Remedy remedy(PostgresNode seen, Node primary) {
        var role = seen.node().equals(primary) ? "primary" : "standby";
        return Remedy.repmgr(seen.node(), role + " register --force");
    }
}
