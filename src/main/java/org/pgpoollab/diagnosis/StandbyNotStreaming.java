package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/** Reports a standby that answers and receives no WAL although there is a primary, together with the pgpools that have marked it down. */
final class StandbyNotStreaming implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.postgres().stream()
                        .filter(PostgresNode::isStandby)
                        .filter(seen -> Replication.ahead(state, seen.node()).isEmpty())
                        .filter(seen -> !DivergedTimeline.hasDiverged(state, seen, primary))
                        .flatMap(seen -> finding(state, seen.node())))
                .toList();
    }

    private static Stream<Finding> finding(ClusterState state, Node node) {
        return Replication.gap(state, node).stream().map(gap -> {
            var beliefs = new BackendBeliefs(state, node);
            var cause = StreamCause.of(state, node);
            return Finding.error(
                            node + " is a standby, but does not stream",
                            Stream.of(
                                            gap,
                                            cause.map(StreamCause::why).orElse(""),
                                            beliefs.inWords(),
                                            ImposedFaults.cause(state, node))
                                    .filter(part -> !part.isEmpty())
                                    .collect(Collectors.joining("; ")),
                            remedy(state, node))
                    .about(withUpstream(state, node));
        });
    }

    private static Remedy remedy(ClusterState state, Node node) {
        return ImposedFaults.undo(state, node)
                .or(() -> separated(state, node))
                .map(undo -> Remedy.then(undo, Remedy.waitFor(node + " is streaming"), Remedy.attach(node)))
                .or(() -> StreamCause.of(state, node).map(StreamCause::remedy))
                .orElseGet(() -> StreamCause.follow(node));
    }

    /** Returns the removal of a network fault: the standby streams again by itself as soon as it reaches its upstream. */
    private static Optional<Remedy> separated(ClusterState state, Node node) {
        var needed = Stream.concat(withUpstream(state, node).stream(), Replication.leadingPrimary(state).stream());
        var undo = NetworkSeparation.undo(state, needed.distinct().toList());
        return undo.isEmpty() ? Optional.empty() : Optional.of(Remedy.of(undo.toArray(String[]::new)));
    }

    /** Returns the node and its upstream, whose problem would explain this one. */
    private static List<Node> withUpstream(ClusterState state, Node node) {
        var upstream =
                state.postgres(node).says().value().map(PostgresFacts::upstream).flatMap(state.lab()::named);
        return Stream.concat(Stream.of(node), upstream.stream()).toList();
    }
}
