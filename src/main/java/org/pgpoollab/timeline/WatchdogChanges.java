package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Kind.WATCHDOG;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Detects changes of each pgpool's state in the watchdog, as the pgpool reports it. Transient states produce no events. */
record WatchdogChanges(LastKnown<Node, String> known) implements ChangeDetector {

    static final WatchdogChanges NOTHING = new WatchdogChanges(LastKnown.nothing());

    /** The lasting states, in the words of wd_cluster_state in Pgpool-II's watchdog.c. */
    private static final Map<String, Event.Effect> LASTING = Map.of(
            "LEADER", Event.Effect.CHANGE,
            "STANDBY", Event.Effect.CHANGE,
            "LOST", Event.Effect.TROUBLE,
            "DEAD", Event.Effect.TROUBLE,
            "SHUTDOWN", Event.Effect.TROUBLE,
            "NETWORK ISOLATION", Event.Effect.TROUBLE,
            "IN NETWORK TROUBLE", Event.Effect.TROUBLE);

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, String>();
        state.pools()
                .forEach(pool -> pool.watchdogState()
                        .filter(LASTING::containsKey)
                        .ifPresent(word -> seen.put(pool.node(), word)));
        var events = known.changed(seen).stream()
                .map(node -> event(state, node, seen.get(node)))
                .toList();
        return new Told(new WatchdogChanges(known.with(seen)), events);
    }

    private static Event event(ClusterState state, Node node, String word) {
        return ChangeDetector.event(state, WATCHDOG, LASTING.get(word), List.of(node), node + " is " + word + " now");
    }
}
