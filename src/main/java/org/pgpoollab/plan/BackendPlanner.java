package org.pgpoollab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.Remedy;
import org.pgpoollab.plan.step.AttachOrDetachBackend;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Plans which backends the pgpools use. It reads nothing but the snapshot that it is given. */
public final class BackendPlanner {

    private final Lab lab;

    public BackendPlanner(Lab lab) {
        this.lab = lab;
    }

    /**
     * Plans to attach backends.
     *
     * @param force whether to attach backends even if that does harm
     * @throws LabException for a node that is neither the primary nor a streaming standby: pgpool would send it queries
     */
    public Plan attach(List<Node> nodes, boolean force, ClusterState state) {
        nodes.forEach(BackendPlanner::requirePostgres);
        if (!force) {
            nodes.forEach(node -> requireFit(node, state));
            requirePrimaryUp(nodes, state);
        }
        var steps = new ArrayList<>(backends(primariesFirst(nodes, state), true, state));
        if (!force) {
            Replication.leadingPrimary(state)
                    .ifPresent(primary -> nodes.forEach(node -> steps.add(
                            new CheckWrites(primary, node, lab.credentials().user()))));
        }
        return Plan.of("attach " + StateText.list(nodes), steps);
    }

    private static List<Node> primariesFirst(List<Node> nodes, ClusterState state) {
        return nodes.stream()
                .sorted(Comparator.comparing(node -> !state.postgres(node).isPrimary()))
                .toList();
    }

    /**
     * Plans to detach backends.
     *
     * @param force whether to detach even the primary, or the last backend that a pgpool uses
     * @throws LabException if a pgpool would be left without a primary or any backend: it would answer neither clients nor pcp any more
     */
    public Plan detach(List<Node> nodes, boolean force, ClusterState state) {
        nodes.forEach(BackendPlanner::requirePostgres);
        if (!force) {
            requireOthers(nodes, state);
        }
        return Plan.of("detach " + StateText.list(nodes), backends(nodes, false, state))
                .advising("no query goes there until: attach " + Node.names(nodes));
    }

    /** Returns the pgpools that use no backends but these. */
    static List<Node> emptied(List<Node> backends, ClusterState state) {
        return state.pools().stream()
                .filter(pool -> pool.backends().isSeen())
                .filter(pool -> pool.backends().value().orElseThrow().stream()
                        .filter(BackendView::isUp)
                        .allMatch(view -> backends.stream().anyMatch(node -> node.index() == view.backend())))
                .map(ClusterState.PoolNode::node)
                .toList();
    }

    private static void requireOthers(List<Node> nodes, ClusterState state) {
        if (state.primaries().size() == 1 && nodes.contains(state.primaries().get(0))) {
            throw LabException.failed(
                    state.primaries().get(0) + " is the primary",
                    "pgpools that do not hold it up look for another one, and answer no client meanwhile",
                    "detach --force " + state.primaries().get(0) + ", and back again: recover");
        }
        var emptied = emptied(nodes, state);
        if (!emptied.isEmpty()) {
            throw LabException.failed(
                    StateText.list(nodes) + (nodes.size() == 1 ? " is" : " are") + " all that "
                            + StateText.list(emptied) + (emptied.size() == 1 ? " holds" : " hold") + " up",
                    "a pgpool without a backend answers no client, and looks for a primary until all pgpools are restarted",
                    "detach --force " + Node.names(nodes) + ", and back again: recover");
        }
    }

    private List<Step> backends(List<Node> nodes, boolean attached, ClusterState state) {
        var pool = answeringPoolOrFail(state);
        return nodes.stream()
                .map(node -> (Step)
                        new AttachOrDetachBackend(node, pool, lab.credentials().user(), attached))
                .toList();
    }

    /** Returns the pgpool that receives pcp commands: the holder of the VIP, else the leader, else any that answers. */
    static Optional<Node> answeringPool(ClusterState state) {
        var connected =
                state.connectedPools().stream().map(ClusterState.PoolNode::node).toList();
        return Stream.of(
                        state.vipHolders().stream(),
                        state.leaders().stream(),
                        state.pools().stream()
                                .filter(ClusterState.PoolNode::isReachable)
                                .map(ClusterState.PoolNode::node))
                .flatMap(nodes -> nodes)
                .filter(connected::contains)
                .findFirst();
    }

    private static Node answeringPoolOrFail(ClusterState state) {
        return answeringPool(state)
                .orElseThrow(() -> LabException.failed("no pgpool can be told", "none answers", "start pgpool-0"));
    }

    private static void requirePostgres(Node node) {
        if (!node.isPostgres()) {
            throw LabException.usage(node + " is no backend", "backends are the PostgreSQL nodes", "pool_nodes");
        }
    }

    private static void requireFit(Node node, ClusterState state) {
        var seen = state.postgres(node);
        if (seen.isPrimary() && !isSecondPrimary(node, state)) {
            return;
        }
        var gap = isSecondPrimary(node, state)
                ? Optional.of(node + " is a second primary beside " + StateText.list(others(node, state))
                        + ": its data has a history of its own")
                : Replication.gap(state, node);
        gap.ifPresent(reason -> {
            throw LabException.failed(
                    node + " must not be attached: it is no streaming standby",
                    reason,
                    seen.says().isSeen()
                            ? wayBack(node, state) + node + ", or all the same: attach --force " + node
                            : Diagnosis.comingBack(state, node)
                                    .map(Remedy::line)
                                    .orElse("start " + node));
        });
    }

    /**
     * Refuses to attach another backend while a pgpool has marked the primary down: that pgpool would search for a primary among the
     * others, and answer no client meanwhile.
     */
    private static void requirePrimaryUp(List<Node> nodes, ClusterState state) {
        Replication.leadingPrimary(state)
                .filter(primary -> !nodes.contains(primary) && isHeldDown(primary, state))
                .ifPresent(primary -> {
                    throw LabException.failed(
                            primary + ", the primary, has to be attached first",
                            "the pgpools hold it down: they would look for a primary among the others, and answer no client meanwhile",
                            "attach " + primary);
                });
    }

    /** Returns whether every pgpool that answers holds this backend down. */
    static boolean isHeldDown(Node backend, ClusterState state) {
        var views = state.pools().stream()
                .flatMap(pool -> pool.belief(backend).stream())
                .toList();
        return !views.isEmpty() && views.stream().noneMatch(BackendView::isUp);
    }

    private static String wayBack(Node node, ClusterState state) {
        if (state.postgres(node).isPrimary()) {
            return Replication.isOnLeftTimeline(state, node) ? "rejoin " : "reclone ";
        }
        return Replication.ahead(state, node).isPresent() ? "reclone " : "follow ";
    }

    private static boolean isSecondPrimary(Node node, ClusterState state) {
        return state.postgres(node).isPrimary() && state.primaries().size() > 1;
    }

    private static List<Node> others(Node node, ClusterState state) {
        return state.primaries().stream().filter(other -> !other.equals(node)).toList();
    }
}
