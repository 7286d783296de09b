package org.pgpoollab.drill;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Checks whether the rest of a lab serves fully: one primary that all standbys follow and to which every pgpool writes, all backends
 * up, and one holder of the VIP. The nodes of the fault are left out.
 */
record ServiceState(ClusterState state, Set<Node> without) {

    ServiceState {
        without = Set.copyOf(without);
    }

    /** Describes the first thing that is missing; empty if nothing is. */
    Optional<String> gap() {
        return Stream.<Supplier<Optional<String>>>of(this::primaryGap, this::streamGap, this::poolGap, this::vipGap)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> primaryGap() {
        var primaries = survivors().filter(PostgresNode::isPrimary).count();
        return primaries == 1
                ? Optional.empty()
                : Optional.of(primaries == 0 ? "no node is primary" : primaries + " nodes are primary");
    }

    private Optional<String> streamGap() {
        return survivors()
                .filter(seen -> !seen.isPrimary())
                .map(seen -> Replication.gap(state, seen.node()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> poolGap() {
        return pools().map(this::poolGap).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> poolGap(PoolNode pool) {
        var views = pool.backends().value();
        if (views.isEmpty()) {
            return Optional.of(StateText.of(state, pool.node()));
        }
        return views.get().stream()
                .map(view -> viewGap(pool.node(), view))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> viewGap(Node pool, BackendView view) {
        var node = Node.postgres(view.backend());
        if (without.contains(node)) {
            return view.isUp() ? Optional.of(pool + " still holds " + node + " up") : Optional.empty();
        }
        if (!view.isUp()) {
            return Optional.of(pool + " holds " + node + " down");
        }
        var isBelieved = view.isPrimary();
        return isBelieved == state.postgres(node).isPrimary()
                ? Optional.empty()
                : Optional.of(pool + " believes that " + node + " is " + view.role());
    }

    private Optional<String> vipGap() {
        var holders = pools().filter(PoolNode::hasVip).count();
        return holders == 1 ? Optional.empty() : Optional.of(holders + " pgpools hold the VIP");
    }

    private Stream<PostgresNode> survivors() {
        return state.postgres().stream().filter(seen -> isLeft(seen.node()));
    }

    private Stream<PoolNode> pools() {
        return state.pools().stream().filter(seen -> isLeft(seen.node()));
    }

    private boolean isLeft(Node node) {
        return !without.contains(node);
    }
}
