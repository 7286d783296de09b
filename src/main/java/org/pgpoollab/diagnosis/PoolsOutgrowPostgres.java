package org.pgpoollab.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/**
 * Reports that all pgpools together may open more connections than a PostgreSQL node accepts; see num_init_children in Pgpool-II's manual.
 */
final class PoolsOutgrowPostgres implements Check {

    /** The value of {@code superuser_reserved_connections}, which no lab changes. */
    private static final int RESERVED = 3;

    @Override
    public List<Finding> findings(ClusterState state) {
        var pooled = state.pools().stream()
                .flatMap(pool -> pool.clients().value().stream())
                .mapToInt(ClientCount::pooled)
                .sum();
        var small = state.postgres().stream()
                .filter(seen -> most(seen) < pooled)
                .map(PostgresNode::node)
                .toList();
        if (small.isEmpty()) {
            return List.of();
        }
        var least = state.postgres().stream()
                .mapToInt(PoolsOutgrowPostgres::most)
                .min()
                .orElseThrow();
        return List.of(Finding.warning(
                        "the pgpools may open " + pooled + " connections, more than " + takers(small) + " " + least,
                        "num_init_children * max_pool of each pgpool: " + sum(state) + " = " + pooled,
                        remedy(state, small, pooled))
                .about(small));
    }

    /** Returns the remedy. Standbys come first, because none may have a lower value than its primary. */
    private static Remedy remedy(ClusterState state, List<Node> small, int pooled) {
        var least = Math.max(pooled + RESERVED, most(state));
        return Remedy.each(small.stream()
                .sorted(Comparator.comparing(state.primaries()::contains))
                .flatMap(node -> Stream.of(
                        Remedy.sql(node, "alter system set max_connections = " + least), Remedy.restart(node))));
    }

    private static int most(ClusterState state) {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).says().value())
                .map(facts -> facts.server().limits().getOrDefault("max_connections", 0))
                .orElse(0);
    }

    private static String takers(List<Node> nodes) {
        return nodes.size() == 1 ? nodes.get(0) + " takes:" : nodes.size() + " nodes take:";
    }

    /** Returns the connections that a node accepts; a node that was not seen counts as sufficient. */
    private static int most(PostgresNode seen) {
        return seen.says()
                .value()
                .map(PostgresFacts::connections)
                .map(PostgresFacts.Connections::most)
                .orElse(Integer.MAX_VALUE);
    }

    private static String sum(ClusterState state) {
        return state.pools().stream()
                .flatMap(pool -> pool.clients().value().stream())
                .map(count -> count.most() + "*" + count.maxPool())
                .collect(Collectors.joining(" + "));
    }
}
