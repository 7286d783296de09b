package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPMGR;

import java.util.LinkedHashMap;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Whether repmgrd runs on each node. */
record Repmgrd(Known<Node, Boolean> known) implements Strand {

    static final Repmgrd NOTHING = new Repmgrd(Known.nothing());

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, Boolean>();
        state.postgres()
                .forEach(
                        node -> node.repmgr().value().ifPresent(facts -> seen.put(node.node(), facts.daemonRunning())));
        var events = known.changed(seen).stream()
                .map(node -> event(state, node, seen.get(node)))
                .toList();
        return new Told(new Repmgrd(known.with(seen)), events);
    }

    private static Event event(ClusterState state, Node node, boolean runs) {
        return Strand.event(
                state,
                REPMGR,
                runs ? RECOVERY : TROUBLE,
                List.of(node),
                runs ? "repmgrd runs on " + node + " again" : "repmgrd does not run on " + node + " any more");
    }
}
