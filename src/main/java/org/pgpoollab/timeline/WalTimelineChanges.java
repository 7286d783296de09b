package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Kind.TIMELINE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Detects when a node continues on another WAL timeline. If it changes because the node becomes primary, the event of its promotion includes it. */
record WalTimelineChanges(LastKnown<Node, Integer> known, LastKnown<Node, String> roles) implements ChangeDetector {

    static final WalTimelineChanges NOTHING = new WalTimelineChanges(LastKnown.nothing(), LastKnown.nothing());

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, Integer>();
        var seenRoles = new LinkedHashMap<Node, String>();
        state.postgres()
                .forEach(node -> node.says().value().ifPresent(facts -> {
                    seen.put(node.node(), facts.timeline());
                    seenRoles.put(node.node(), RoleChanges.word(state, node.node()));
                }));
        var promoted = roles.changed(seenRoles).stream()
                .filter(node -> state.postgres(node).isPrimary())
                .toList();
        var events = known.changed(seen).stream()
                .filter(node -> !promoted.contains(node))
                .collect(Collectors.groupingBy(seen::get, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> event(state, group.getKey(), group.getValue()))
                .toList();
        return new Told(new WalTimelineChanges(known.with(seen), roles.with(seenRoles)), events);
    }

    private static Event event(ClusterState state, int timeline, List<Node> nodes) {
        var are = nodes.size() == 1 ? " is" : " are";
        return ChangeDetector.event(
                state, TIMELINE, CHANGE, nodes, StateText.list(nodes) + are + " on timeline " + timeline + " now");
    }
}
