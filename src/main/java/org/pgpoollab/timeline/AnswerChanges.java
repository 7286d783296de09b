package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.NODE;
import static org.pgpoollab.timeline.Event.Kind.ROLE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.topology.Node;

/**
 * Detects which nodes start or stop answering. It reports the new role of a node that comes back with another one, and reports one event if
 * all nodes stop answering at once.
 */
record AnswerChanges(LastKnown<Node, Standing> known) implements ChangeDetector {

    static final AnswerChanges NOTHING = new AnswerChanges(LastKnown.nothing());

    /** @param role of the node when it last answered; empty if it never did, and for a pgpool, which has none */
    private record Standing(boolean answers, boolean everAnswered, String role) {}

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, Standing>();
        state.lab().nodes().forEach(node -> standing(state, node).ifPresent(standing -> seen.put(node, standing)));
        var turned = known.changed(seen).stream()
                .filter(node ->
                        known.of(node).orElseThrow().answers() != seen.get(node).answers())
                .toList();
        return new Told(new AnswerChanges(known.with(seen)), events(state, turned, seen));
    }

    private Optional<Standing> standing(ClusterState state, Node node) {
        var fact = fact(state, node);
        var before = known.of(node).orElse(new Standing(false, false, ""));
        if (node.isPgpool() && state.pool(node).isReachable()) {
            return Optional.of(new Standing(true, true, ""));
        }
        if (fact.isUnreachable()) {
            return Optional.of(new Standing(false, before.everAnswered(), before.role()));
        }
        return fact.isSeen() ? Optional.of(new Standing(true, true, RoleChanges.word(state, node))) : Optional.empty();
    }

    private static Observed<?> fact(ClusterState state, Node node) {
        return node.isPostgres()
                ? state.postgres(node).says()
                : state.pool(node).backends();
    }

    private List<Event> events(ClusterState state, List<Node> turned, Map<Node, Standing> seen) {
        if (turned.size() > 1 && seen.values().stream().noneMatch(Standing::answers)) {
            return List.of(ChangeDetector.event(state, NODE, TROUBLE, turned, "no node of the lab answers any more"));
        }
        return turned.stream()
                .map(node -> seen.get(node).answers() ? back(state, node) : gone(state, node))
                .toList();
    }

    private static Event gone(ClusterState state, Node node) {
        var reason = fact(state, node).reason();
        return ChangeDetector.event(
                state,
                NODE,
                TROUBLE,
                List.of(node),
                node + " stopped answering (" + reason.replaceFirst("; .*", "") + ")");
    }

    private Event back(ClusterState state, Node node) {
        var before = known.of(node).orElseThrow();
        if (!before.everAnswered()) {
            return ChangeDetector.event(
                    state, NODE, RECOVERY, List.of(node), node + " answers" + firstWords(state, node));
        }
        if (node.isPostgres() && !before.role().equals(RoleChanges.word(state, node))) {
            return ChangeDetector.event(
                    state, ROLE, RECOVERY, List.of(node), node + " came back as " + RoleChanges.inWords(state, node));
        }
        return ChangeDetector.event(state, NODE, RECOVERY, List.of(node), node + " answers again");
    }

    private static String firstWords(ClusterState state, Node node) {
        if (node.isPostgres()) {
            return ": " + RoleChanges.inWords(state, node);
        }
        return state.pool(node).watchdogState().map(word -> ": " + word).orElse("");
    }
}
