package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.REPLICATION;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Detects when a standby starts or stops streaming, as both ends of the connection see it. If the standby stops answering, no event about
 * streaming is added.
 */
record StreamingChanges(LastKnown<Node, Flow> known) implements ChangeDetector {

    static final StreamingChanges NOTHING = new StreamingChanges(LastKnown.nothing());

    /**
     * @param upstream the last node that it streamed from; empty if none is known
     * @param doubt the loss of the stream while it is not confirmed yet
     */
    private record Flow(boolean streams, String upstream, ConfirmedObservation doubt) {

        Flow dry() {
            return new Flow(false, upstream, ConfirmedObservation.NONE);
        }
    }

    @Override
    public Told next(ClusterState state) {
        var flows = new LinkedHashMap<Node, Flow>();
        state.postgres().forEach(standby -> flow(state, standby).ifPresent(flow -> flows.put(standby.node(), flow)));
        var compared = flows.keySet().stream()
                .filter(node -> known.of(node).isPresent())
                .filter(node -> state.postgres(node).says().isSeen())
                .toList();
        var events = Stream.concat(
                dried(state, compared, flows), compared.stream().flatMap(node -> came(state, node, flows.get(node))));
        return new Told(new StreamingChanges(new LastKnown<>(flows)), events.toList());
    }

    /** Returns the state of a standby's stream; empty for a primary, and for a node of which nothing was ever known. */
    private Optional<Flow> flow(ClusterState state, PostgresNode standby) {
        var before = known.of(standby.node());
        if (!standby.says().isSeen()) {
            return standby.says().isUnreachable() ? before.map(Flow::dry) : before;
        }
        if (standby.isPrimary()) {
            return Optional.empty();
        }
        if (Replication.isStreaming(state, standby.node())) {
            return Optional.of(new Flow(true, upstream(standby), ConfirmedObservation.NONE));
        }
        if (before.isEmpty()) {
            var isHalfSeen = ends(state, standby).anyMatch(end -> !end.isSeen() && !end.isUnreachable());
            return isHalfSeen ? Optional.empty() : Optional.of(new Flow(false, "", ConfirmedObservation.NONE));
        }
        if (!before.get().streams()) {
            return before;
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

    /** Returns the events of standbys that stopped streaming, one event for all with the same reason. */
    private Stream<Event> dried(ClusterState state, List<Node> compared, Map<Node, Flow> flows) {
        return compared.stream()
                .filter(node -> known.of(node).orElseThrow().streams()
                        && !flows.get(node).streams())
                .collect(Collectors.groupingBy(node -> why(state, node), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> event(
                        state,
                        group.getValue(),
                        TROUBLE,
                        StateText.list(group.getValue()) + " stopped streaming: " + group.getKey()));
    }

    /** Returns the reason: {@code no WAL receiver}, or a complete sentence. */
    private static String why(ClusterState state, Node node) {
        return Replication.gap(state, node)
                .map(gap -> gap.replaceFirst("^" + Pattern.quote(node.name()) + " has ", ""))
                .orElseThrow();
    }

    private Stream<Event> came(ClusterState state, Node node, Flow now) {
        var before = known.of(node).orElseThrow();
        var isSame = before.upstream().equals(now.upstream());
        if (!now.streams() || (before.streams() && isSame)) {
            return Stream.empty();
        }
        var text = node + " streams from " + now.upstream() + (isSame ? " again" : " now");
        return Stream.of(event(state, List.of(node), RECOVERY, text));
    }

    private static Event event(ClusterState state, List<Node> nodes, Event.Effect effect, String text) {
        return ChangeDetector.event(state, REPLICATION, effect, nodes, text);
    }
}
