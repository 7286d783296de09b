package org.pgpoollab.condition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.topology.Node;

/**
 * Decides whether a lab without its lost nodes is <em>redundant</em>: one of the other PostgreSQL nodes is primary, the rest of them stream
 * from it, each of the other pgpools holds exactly these nodes up and writes to that primary, and one pgpool holds the VIP. A lab is
 * <em>whole</em>, or ready, if it has lost no node, is redundant, and no check finds an error.
 *
 * @param lost the nodes that are left out
 */
public record Redundancy(ClusterState state, Set<Node> lost) {

    public Redundancy {
        lost = Set.copyOf(lost);
    }

    /**
     * Takes the nodes that do not answer for lost. If fewer than two PostgreSQL nodes answer, and the lab has two, no node counts as lost,
     * because one that is alone is not redundant.
     */
    public static Redundancy ofAnswering(ClusterState state) {
        var silent = state.postgres().stream()
                .filter(seen -> !seen.says().isSeen())
                .map(PostgresNode::node)
                .toList();
        var nodes = state.lab().postgresCount();
        var isAlone = nodes - silent.size() < Math.min(2, nodes);
        var silentPools =
                state.pools().stream().filter(seen -> !seen.backends().isSeen()).map(PoolNode::node);
        return new Redundancy(
                state,
                isAlone
                        ? Set.of()
                        : Stream.concat(silent.stream(), silentPools).collect(Collectors.toUnmodifiableSet()));
    }

    public static boolean isWhole(ClusterState state) {
        return missing(state).isEmpty();
    }

    /** Returns what the lab lacks to be whole: the errors of the diagnosis or, without any, what it lacks to be redundant. */
    public static List<Problem> missing(ClusterState state) {
        var errors = Diagnosis.of(state).errors();
        if (errors.isEmpty()) {
            return new Redundancy(state, Set.of())
                    .gap().stream()
                            .map(gap -> new Problem(gap, "no check has found the cause", "status"))
                            .toList();
        }
        return errors.stream().map(finding -> finding.problem()).toList();
    }

    /** Describes the first thing that is missing to be redundant; empty if nothing is. */
    public Optional<String> gap() {
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
                .map(PostgresNode::node)
                .map(node -> Replication.gap(state, node).or(() -> lostUpstream(node)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A standby that was cut off from its upstream is reported as streaming, by both ends, until they time out. */
    private Optional<String> lostUpstream(Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(PostgresFacts::upstream)
                .flatMap(state.lab()::named)
                .filter(lost::contains)
                .map(upstream -> node + " still follows " + upstream);
    }

    private Optional<String> poolGap() {
        return pools().map(this::poolGap).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> poolGap(PoolNode pool) {
        var views = pool.backends().value();
        if (views.isEmpty()) {
            return Optional.of(StateText.of(state, pool.node()));
        }
        return survivors()
                .map(PostgresNode::node)
                .filter(node -> pool.belief(node).isEmpty())
                .findFirst()
                .map(node -> node + " is no backend of " + pool.node())
                .or(() -> views.get().stream()
                        .map(view -> viewGap(pool.node(), view))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> viewGap(Node pool, BackendView view) {
        var node = Node.postgres(view.backend());
        if (lost.contains(node)) {
            return view.isUp() ? Optional.of(pool + " still holds " + node + " up") : Optional.empty();
        }
        if (!view.isUp()) {
            return Optional.of(pool + " holds " + node + " down");
        }
        return view.isPrimary() == state.postgres(node).isPrimary()
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
        return !lost.contains(node);
    }
}
