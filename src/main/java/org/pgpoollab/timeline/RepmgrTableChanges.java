package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPMGR;

import java.util.LinkedHashMap;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.RepmgrFacts.Row;
import org.pgpoollab.topology.Node;

/** Detects changes of a node's row in repmgr's table, as the leading primary stores it: the other nodes' copies may be late. */
record RepmgrTableChanges(LastKnown<Node, Row> known) implements ChangeDetector {

    static final RepmgrTableChanges NOTHING = new RepmgrTableChanges(LastKnown.nothing());

    @Override
    public Told next(ClusterState state) {
        var seen = new LinkedHashMap<Node, Row>();
        Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).repmgr().value())
                .map(RepmgrFacts::rows)
                .orElse(List.of())
                .forEach(row -> state.lab().named(row.name()).ifPresent(node -> seen.put(node, row)));
        var events = known.changed(seen).stream()
                .map(node -> event(state, node, known.of(node).orElseThrow(), seen.get(node)))
                .toList();
        return new Told(new RepmgrTableChanges(known.with(seen)), events);
    }

    private static Event event(ClusterState state, Node node, Row before, Row now) {
        return ChangeDetector.event(
                state,
                REPMGR,
                effect(before, now),
                List.of(node),
                "repmgr has " + node + " as " + inWords(now) + " now");
    }

    private static Event.Effect effect(Row before, Row now) {
        if (before.active() == now.active()) {
            return CHANGE;
        }
        return now.active() ? RECOVERY : TROUBLE;
    }

    /** Describes a row: {@code the primary}, {@code a standby of pg-1}, {@code an inactive primary}. */
    private static String inWords(Row row) {
        if (!row.active()) {
            return "an inactive " + row.type();
        }
        if (row.isPrimary()) {
            return "the primary";
        }
        return "a " + row.type() + (row.upstream().isEmpty() ? "" : " of " + row.upstream());
    }
}
