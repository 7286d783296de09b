package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPLICATION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** Whether WAL flows to each standby, as both ends see it. Of a standby that falls silent, only that is told. */
record Streams(Known<Node, Flow> known) implements Strand {

    static final Streams NOTHING = new Streams(Known.nothing());

    /**
     * @param upstream the last one that WAL came from; empty if none is known
     * @param doubt while it is to flow, and was last seen not to
     */
    private record Flow(boolean streams, String upstream, Doubt doubt) {

        Flow dry() {
            return new Flow(false, upstream, Doubt.NONE);
        }
    }

    @Override
    public Told next(ClusterState state) {
        var flows = new LinkedHashMap<Node, Flow>();
        var events = new ArrayList<Event>();
        for (var standby : state.postgres()) {
            var now = flow(state, standby);
            now.ifPresent(flow -> flows.put(standby.node(), flow));
            now.flatMap(flow -> event(state, standby.node(), flow)).ifPresent(events::add);
        }
        return new Told(new Streams(new Known<>(flows)), events);
    }

    /** Empty of a primary, and of a node of which nothing was ever known. */
    private Optional<Flow> flow(ClusterState state, PostgresNode standby) {
        var before = known.of(standby.node());
        if (!standby.says().isSeen()) {
            return standby.says().isUnreachable() ? before.map(Flow::dry) : before;
        }
        if (standby.isPrimary()) {
            return Optional.empty();
        }
        if (Replication.isStreaming(state, standby.node())) {
            return Optional.of(new Flow(true, upstream(standby), Doubt.NONE));
        }
        if (before.isEmpty() || !before.get().streams()) {
            return Optional.of(before.orElse(new Flow(false, "", Doubt.NONE)));
        }
        var flow = before.get();
        return Optional.of(
                flow.doubt().isSettledBy(ends(state, standby))
                        ? flow.dry()
                        : new Flow(true, flow.upstream(), flow.doubt().orFrom(state.at())));
    }

    private static Stream<Observed<PostgresFacts>> ends(ClusterState state, PostgresNode standby) {
        var upstream = state.lab().named(upstream(standby)).filter(Node::isPostgres);
        return Stream.concat(
                Stream.of(standby.says()),
                upstream.map(node -> state.postgres(node).says()).stream());
    }

    private static String upstream(PostgresNode standby) {
        return standby.says().value().map(PostgresFacts::upstream).orElse("");
    }

    private Optional<Event> event(ClusterState state, Node node, Flow now) {
        var before = known.of(node);
        if (before.isEmpty() || !state.postgres(node).says().isSeen()) {
            return Optional.empty();
        }
        var told = before.get();
        if (told.streams() && !now.streams()) {
            return Optional.of(event(state, node, TROUBLE, node + " stopped streaming: " + why(state, node)));
        }
        if (now.streams() && !(told.streams() && told.upstream().equals(now.upstream()))) {
            var word = told.upstream().equals(now.upstream()) ? " again" : " now";
            return Optional.of(event(state, node, RECOVERY, node + " streams from " + now.upstream() + word));
        }
        return Optional.empty();
    }

    private static String why(ClusterState state, Node node) {
        return Replication.gap(state, node)
                .map(gap -> gap.replaceFirst("^" + Pattern.quote(node.name()) + " ", "it "))
                .orElseThrow();
    }

    private static Event event(ClusterState state, Node node, Event.Effect effect, String text) {
        return Strand.event(state, REPLICATION, effect, List.of(node), text);
    }
}
