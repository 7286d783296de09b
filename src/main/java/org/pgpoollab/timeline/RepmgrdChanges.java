package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPMGR;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/**
 * Detects when repmgrd starts or stops on a node.
 *
 * @param everRan the nodes where it was ever seen running: only there it can run again
 */
record RepmgrdChanges(LastKnown<Node, Boolean> known, Set<Node> everRan) implements ChangeDetector {

    static final RepmgrdChanges NOTHING = new RepmgrdChanges(LastKnown.nothing(), Set.of());

    RepmgrdChanges {
        everRan = Set.copyOf(everRan);
    }

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, Boolean>();
        state.postgres()
                .forEach(
                        node -> node.repmgr().value().ifPresent(facts -> seen.put(node.node(), facts.daemonRunning())));
        var events = known.changed(seen).stream()
                .map(node -> event(state, node, seen.get(node)))
                .toList();
        var running = new HashSet<>(everRan);
        seen.forEach((node, runs) -> {
            if (runs) {
                running.add(node);
            }
        });
        return new Told(new RepmgrdChanges(known.with(seen), running), events);
    }

    private Event event(ClusterState state, Node node, boolean runs) {
        var text = runs
                ? "repmgrd runs on " + node + (everRan.contains(node) ? " again" : "")
                : "repmgrd does not run on " + node + " any more";
        return ChangeDetector.event(state, REPMGR, runs ? RECOVERY : TROUBLE, List.of(node), text);
    }
}
