package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.ROLE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Detects when a node becomes a primary or a standby by its own report. {@link AnswerChanges} reports the new role of a node that did not
 * answer in between.
 *
 * @param rivals the nodes that were reported as simultaneous primaries; empty if there are none
 */
record RoleChanges(LastKnown<Node, String> known, List<Node> rivals, ConfirmedObservation doubt)
        implements ChangeDetector {

    static final RoleChanges NOTHING = new RoleChanges(LastKnown.nothing(), List.of(), ConfirmedObservation.NONE);

    private static final String PRIMARY = "primary";

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, String>();
        state.postgres().stream()
                .filter(node -> node.says().isSeen())
                .forEach(node -> seen.put(node.node(), word(state, node.node())));
        var events = new ArrayList<Event>();
        known.changed(seen).forEach(node -> events.add(changed(state, node)));
        return rivalry(state, new LastKnown<>(seen), events);
    }

    private Told rivalry(ClusterState state, LastKnown<Node, String> now, List<Event> events) {
        var primaries = state.primaries();
        if (primaries.size() < 2) {
            if (!rivals.isEmpty() && primaries.size() == 1) {
                events.add(ChangeDetector.event(
                        state, ROLE, RECOVERY, primaries, primaries.get(0) + " is the only primary again"));
            }
            return new Told(
                    new RoleChanges(now, primaries.isEmpty() ? rivals : List.of(), ConfirmedObservation.NONE), events);
        }
        if (primaries.equals(rivals)) {
            return new Told(new RoleChanges(now, rivals, ConfirmedObservation.NONE), events);
        }
        if (!doubt.isSettledBy(
                primaries.stream().map(node -> state.postgres(node).says()))) {
            return new Told(new RoleChanges(now, rivals, doubt.orFrom(state.at())), events);
        }
        events.add(ChangeDetector.event(
                state,
                ROLE,
                TROUBLE,
                primaries,
                StateText.list(primaries) + " report at the same time that they are primary"));
        return new Told(new RoleChanges(now, primaries, ConfirmedObservation.NONE), events);
    }

    private static Event changed(ClusterState state, Node node) {
        var facts = facts(state, node);
        var text = facts.isPrimary()
                ? node + " was promoted: it is primary now, on timeline " + facts.timeline()
                : node + " is " + inWords(state, node) + " now";
        return ChangeDetector.event(state, ROLE, CHANGE, List.of(node), text);
    }

    /** Returns {@code primary} or {@code standby} for a node that answers. */
    static String word(ClusterState state, Node node) {
        return node.isPgpool() ? "" : facts(state, node).isPrimary() ? PRIMARY : "standby";
    }

    /** Describes a node's role: {@code primary on timeline 2}, {@code a standby of pg-1}, {@code a standby}. */
    static String inWords(ClusterState state, Node node) {
        var facts = facts(state, node);
        if (facts.isPrimary()) {
            return "primary on timeline " + facts.timeline();
        }
        return facts.upstream().isEmpty() ? "a standby" : "a standby of " + facts.upstream();
    }

    private static PostgresFacts facts(ClusterState state, Node node) {
        return state.postgres(node).says().value().orElseThrow();
    }
}
