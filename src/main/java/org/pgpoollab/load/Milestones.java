package org.pgpoollab.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.topology.Node;

/**
 * Finds milestones by comparing each snapshot of a lab with the ones before. A state that is seen for the first time is no milestone. It
 * reads no clock: a milestone has the time of the snapshot, or of the moment from which a node was silent. For one thread.
 */
final class Milestones {

    private final Set<Node> answering = new HashSet<>();
    private final Map<Node, Boolean> primaries = new HashMap<>();
    private final Map<Node, Node> writesTo = new HashMap<>();
    private final Map<Node, Set<String>> heldDown = new HashMap<>();
    private Optional<Node> vip = Optional.empty();
    private Optional<Boolean> quorum = Optional.empty();
    private final Mending redundancy = new Mending();
    private final Mending wholeness = new Mending();

    /** Detects a recovery. A condition counts as broken only after two snapshots, because the facts of one snapshot differ in age. */
    private static final class Mending {
        private int looks;

        /** @return whether the condition has just recovered */
        boolean next(boolean isWhole) {
            var isNews = isWhole && looks > 1;
            looks = isWhole ? 0 : looks + 1;
            return isNews;
        }

        /** Marks the condition as broken, whether a snapshot showed it or not. */
        void broke() {
            looks = Math.max(2, looks);
        }
    }

    List<Milestone> next(ClusterState state) {
        var turns = new ArrayList<Milestone>();
        state.lab().nodes().forEach(node -> silence(state, node).ifPresent(turns::add));
        state.postgres().forEach(node -> promotion(state, node).ifPresent(turns::add));
        state.pools().forEach(pool -> turns.addAll(turned(state, pool)));
        vip(state).ifPresent(turns::add);
        quorum(state).ifPresent(turns::add);
        if (turns.stream().anyMatch(turn -> turn.kind() == Milestone.Kind.PROMOTED)) {
            redundancy.broke();
        }
        if (isAsked(state)) {
            mending(state, turns);
        }
        return turns;
    }

    private Optional<Milestone> silence(ClusterState state, Node node) {
        if (answers(state, node)) {
            answering.add(node);
            return Optional.empty();
        }
        var fact = fact(state, node);
        if (!fact.isUnreachable() || !answering.remove(node)) {
            return Optional.empty();
        }
        var since = state.at().minus(fact.age(state.at()));
        return Optional.of(new Milestone(since, Milestone.Kind.SILENT, List.of(node.name()), node + " silent"));
    }

    private static boolean answers(ClusterState state, Node node) {
        return node.isPostgres()
                ? state.postgres(node).says().isSeen()
                : state.pool(node).isReachable();
    }

    private static Observed<?> fact(ClusterState state, Node node) {
        return node.isPostgres()
                ? state.postgres(node).says()
                : state.pool(node).backends();
    }

    private Optional<Milestone> promotion(ClusterState state, ClusterState.PostgresNode node) {
        if (!node.says().isSeen()) {
            return Optional.empty();
        }
        var before = primaries.put(node.node(), node.isPrimary());
        return Boolean.FALSE.equals(before) && node.isPrimary()
                ? Optional.of(turn(state, Milestone.Kind.PROMOTED, List.of(node.node()), node.node() + " promoted"))
                : Optional.empty();
    }

    private List<Milestone> turned(ClusterState state, PoolNode pool) {
        var views = pool.backends().value();
        if (views.isEmpty()) {
            return List.of();
        }
        var turns = new ArrayList<Milestone>();
        var name = pool.node();
        believedPrimary(state, views.get()).ifPresent(primary -> {
            var before = writesTo.put(name, primary);
            if (before != null && !before.equals(primary)) {
                turns.add(turn(state, Milestone.Kind.TURNED, List.of(name, primary), name + " turned to " + primary));
            }
        });
        var down = down(views.get());
        var before = heldDown.put(name, down);
        if (before != null) {
            down.stream()
                    .filter(backend -> !before.contains(backend))
                    .flatMap(backend -> state.lab().named(backend).stream())
                    .forEach(backend -> turns.add(turn(
                            state,
                            Milestone.Kind.TURNED,
                            List.of(name, backend),
                            name + " holds " + backend + " down")));
        }
        return turns;
    }

    private static Optional<Node> believedPrimary(ClusterState state, List<BackendView> views) {
        return views.stream()
                .filter(BackendView::receivesWrites)
                .findFirst()
                .flatMap(view -> state.lab().named(view.node()));
    }

    private static Set<String> down(List<BackendView> views) {
        var down = new HashSet<String>();
        views.stream().filter(view -> !view.isUp()).forEach(view -> down.add(view.node()));
        return down;
    }

    private Optional<Milestone> vip(ClusterState state) {
        var holders = state.vipHolders();
        if (holders.size() != 1) {
            return Optional.empty();
        }
        var before = vip;
        vip = Optional.of(holders.get(0));
        return before.filter(owner -> !owner.equals(holders.get(0)))
                .map(owner -> turn(
                        state,
                        Milestone.Kind.VIP_MOVED,
                        List.of(holders.get(0), owner),
                        "VIP moved to " + holders.get(0)));
    }

    private Optional<Milestone> quorum(ClusterState state) {
        var now = state.leadersWatchdog().map(WatchdogFacts::hasQuorum);
        if (now.isEmpty() || now.equals(quorum)) {
            return Optional.empty();
        }
        var isFirst = quorum.isEmpty();
        quorum = now;
        var kind = now.get() ? Milestone.Kind.QUORUM_BACK : Milestone.Kind.QUORUM_LOST;
        return isFirst
                ? Optional.empty()
                : Optional.of(turn(state, kind, List.of(), now.get() ? "quorum back" : "quorum lost"));
    }

    private void mending(ClusterState state, List<Milestone> turns) {
        if (redundancy.next(Redundancy.ofAnswering(state).gap().isEmpty())) {
            turns.add(turn(state, Milestone.Kind.REDUNDANT, List.of(), "redundant again"));
        }
        if (wholeness.next(Redundancy.isWhole(state))) {
            turns.add(turn(state, Milestone.Kind.WHOLE, List.of(), "whole again"));
        }
    }

    private static boolean isAsked(ClusterState state) {
        var postgres = state.postgres().stream().map(ClusterState.PostgresNode::says);
        var pools = state.pools().stream().map(PoolNode::backends);
        return Stream.concat(postgres, pools).allMatch(fact -> fact.isSeen() || fact.isUnreachable());
    }

    private static Milestone turn(ClusterState state, Milestone.Kind kind, List<Node> nodes, String text) {
        return new Milestone(state.at(), kind, nodes.stream().map(Node::name).toList(), text);
    }
}
