package org.pgpoollab.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.timeline.BrokenCondition;
import org.pgpoollab.timeline.LastKnown;
import org.pgpoollab.topology.Node;

/**
 * Finds milestones by comparing each snapshot of a lab with the ones before. It reads no clock: a milestone has the time of the snapshot,
 * or of the moment from which a node was silent. For one thread. Milestones are not made of {@link org.pgpoollab.timeline.Event}s, which
 * come later and are fewer: an event waits until the other pgpools were asked, and tells of all that changed in one sentence, while the
 * causes of an outage need the moment of each pgpool.
 */
final class Milestones {

    private static final String VIP = "vip";
    private static final String QUORUM = "quorum";

    /** One pgpool's belief of one backend. */
    private record Belief(Node pool, Node backend) {}

    private LastKnown<Node, Boolean> answering = LastKnown.nothing();
    private LastKnown<Node, Boolean> primaries = LastKnown.nothing();
    private LastKnown<Node, Node> writesTo = LastKnown.nothing();
    private LastKnown<Belief, Boolean> heldUp = LastKnown.nothing();
    private LastKnown<String, Node> vip = LastKnown.nothing();
    private LastKnown<String, Boolean> quorum = LastKnown.nothing();
    private BrokenCondition notRedundant = BrokenCondition.NONE;
    private BrokenCondition notWhole = BrokenCondition.NONE;

    List<Milestone> next(ClusterState state) {
        var turns = new ArrayList<Milestone>();
        turns.addAll(silences(state));
        turns.addAll(promotions(state));
        state.pools().forEach(pool -> turns.addAll(turned(state, pool)));
        turns.addAll(vip(state));
        turns.addAll(quorum(state));
        if (turns.stream().anyMatch(turn -> turn.kind() == Milestone.Kind.PROMOTED)) {
            notRedundant = notRedundant.certain();
        }
        if (isAsked(state)) {
            turns.addAll(recoveries(state));
        }
        return turns;
    }

    private List<Milestone> silences(ClusterState state) {
        var seen = new LinkedHashMap<Node, Boolean>();
        for (var node : state.lab().nodes()) {
            if (answers(state, node)) {
                seen.put(node, true);
            } else if (fact(state, node).isUnreachable()) {
                seen.put(node, false);
            }
        }
        var changed = answering.changed(seen);
        answering = answering.with(seen);
        return changed.stream()
                .filter(node -> !seen.get(node))
                .map(node -> silence(state, node))
                .toList();
    }

    private static Milestone silence(ClusterState state, Node node) {
        var since = state.at().minus(fact(state, node).age(state.at()));
        return new Milestone(since, Milestone.Kind.SILENT, List.of(node.name()), node + " silent");
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

    private List<Milestone> promotions(ClusterState state) {
        var seen = new LinkedHashMap<Node, Boolean>();
        state.postgres().stream()
                .filter(node -> node.says().isSeen())
                .forEach(node -> seen.put(node.node(), node.isPrimary()));
        var changed = primaries.changed(seen);
        primaries = primaries.with(seen);
        return changed.stream()
                .filter(seen::get)
                .map(node -> turn(state, Milestone.Kind.PROMOTED, List.of(node), node + " promoted"))
                .toList();
    }

    private List<Milestone> turned(ClusterState state, PoolNode pool) {
        return Stream.concat(newTarget(state, pool), newlyDown(state, pool)).toList();
    }

    private Stream<Milestone> newTarget(ClusterState state, PoolNode pool) {
        var seen = new LinkedHashMap<Node, Node>();
        pool.beliefs().stream()
                .filter(BackendView::receivesWrites)
                .findFirst()
                .flatMap(view -> state.lab().named(view.node()))
                .ifPresent(primary -> seen.put(pool.node(), primary));
        var changed = writesTo.changed(seen);
        writesTo = writesTo.with(seen);
        return changed.stream()
                .map(name -> turn(
                        state,
                        Milestone.Kind.TURNED,
                        List.of(name, seen.get(name)),
                        name + " turned to " + seen.get(name)));
    }

    private Stream<Milestone> newlyDown(ClusterState state, PoolNode pool) {
        var seen = new LinkedHashMap<Belief, Boolean>();
        for (var view : pool.beliefs()) {
            state.lab()
                    .named(view.node())
                    .ifPresent(backend -> seen.put(new Belief(pool.node(), backend), view.isUp()));
        }
        var changed = heldUp.changed(seen);
        heldUp = heldUp.with(seen);
        return changed.stream()
                .filter(belief -> !seen.get(belief))
                .map(belief -> turn(
                        state,
                        Milestone.Kind.TURNED,
                        List.of(belief.pool(), belief.backend()),
                        belief.pool() + " holds " + belief.backend() + " down"));
    }

    private List<Milestone> vip(ClusterState state) {
        var holders = state.vipHolders();
        if (holders.size() != 1) {
            return List.of();
        }
        var holder = holders.get(0);
        var before = vip;
        vip = vip.with(Map.of(VIP, holder));
        return before.changed(Map.of(VIP, holder)).stream()
                .map(changed -> turn(
                        state,
                        Milestone.Kind.VIP_MOVED,
                        List.of(holder, before.of(changed).orElseThrow()),
                        "VIP moved to " + holder))
                .toList();
    }

    private List<Milestone> quorum(ClusterState state) {
        var seen = new LinkedHashMap<String, Boolean>();
        state.leadersWatchdog().ifPresent(facts -> seen.put(QUORUM, facts.hasQuorum()));
        var changed = quorum.changed(seen);
        quorum = quorum.with(seen);
        return changed.stream()
                .map(name -> seen.get(name)
                        ? turn(state, Milestone.Kind.QUORUM_BACK, List.of(), "quorum back")
                        : turn(state, Milestone.Kind.QUORUM_LOST, List.of(), "quorum lost"))
                .toList();
    }

    private List<Milestone> recoveries(ClusterState state) {
        var recoveries = new ArrayList<Milestone>();
        var isRedundant = Redundancy.ofAnswering(state).gap().isEmpty();
        if (isRedundant && notRedundant.isCertain()) {
            recoveries.add(turn(state, Milestone.Kind.REDUNDANT, List.of(), "redundant again"));
        }
        notRedundant = notRedundant.next(isRedundant);
        var isWhole = Redundancy.isWhole(state);
        if (isWhole && notWhole.isCertain()) {
            recoveries.add(turn(state, Milestone.Kind.WHOLE, List.of(), "whole again"));
        }
        notWhole = notWhole.next(isWhole);
        return recoveries;
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
