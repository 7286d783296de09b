package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPMGR;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.topology.Node;

/**
 * Detects when repmgrd starts or stops on a node. After a restart of the server it is not told that repmgrd does not run yet: it has ended
 * with the server, and when that was nobody saw.
 *
 * @param everRan the nodes where it was ever seen running: only there it can run again
 */
record RepmgrdChanges(LastKnown<Node, Daemon> known, Set<Node> everRan) implements ChangeDetector {

    static final RepmgrdChanges NOTHING = new RepmgrdChanges(LastKnown.nothing(), Set.of());

    /**
     * A node's repmgrd.
     *
     * @param serverStart when the PostgreSQL server that it watches was started
     */
    record Daemon(boolean runs, Instant serverStart) {

        /** Returns whether it was seen to start or to end, if this is what was known before. */
        boolean hasTurned(Daemon before) {
            return runs != before.runs && (runs || serverStart.equals(before.serverStart));
        }
    }

    RepmgrdChanges {
        everRan = Set.copyOf(everRan);
    }

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, Daemon>();
        state.postgres().forEach(node -> daemon(node).ifPresent(daemon -> seen.put(node.node(), daemon)));
        var events = known.changed(seen).stream()
                .filter(node -> seen.get(node).hasTurned(known.of(node).orElseThrow()))
                .map(node -> event(state, node, seen.get(node).runs()))
                .toList();
        var running = new HashSet<>(everRan);
        seen.forEach((node, daemon) -> {
            if (daemon.runs()) {
                running.add(node);
            }
        });
        return new Told(new RepmgrdChanges(known.with(seen), running), events);
    }

    private static Optional<Daemon> daemon(PostgresNode node) {
        return node.repmgr()
                .value()
                .flatMap(facts ->
                        node.says().value().map(server -> new Daemon(facts.daemonRunning(), server.startedAt())));
    }

    private Event event(ClusterState state, Node node, boolean runs) {
        var text = runs
                ? "repmgrd runs on " + node + (everRan.contains(node) ? " again" : "")
                : "repmgrd does not run on " + node + " any more";
        return ChangeDetector.event(state, REPMGR, runs ? RECOVERY : TROUBLE, List.of(node), text);
    }
}
