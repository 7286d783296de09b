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

/** Reports a standby that replays another timeline than the primary writes: it does not have the primary's latest data. */
final class DivergedTimeline implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> state.postgres().stream()
                        .filter(seen -> hasDiverged(state, seen, primary))
                        .map(seen -> finding(state, seen.node(), primary)))
                .toList();
    }

    static boolean hasDiverged(ClusterState state, PostgresNode seen, Node primary) {
        return seen.isStandby() && !timeline(state, seen.node()).equals(timeline(state, primary));
    }

    private static Finding finding(ClusterState state, Node node, Node primary) {
        var why = Stream.of(
                        Optional.of(Replication.gap(state, node)
                                .orElseGet(() -> node + " follows " + upstream(state, node))),
                        Replication.beyondFork(state, node))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Finding.error(
                        node + " is on timeline " + timeline(state, node).orElseThrow() + ", but " + primary
                                + " writes on timeline "
                                + timeline(state, primary).orElseThrow(),
                        why,
                        remedy(state, node, primary))
                .about(node);
    }

    /**
     * Returns the remedy. A standby on a later timeline than the primary has a history of its own. On an earlier one, it has to
     * be rewound if it has replayed more than the primary had when that was promoted. Otherwise only its WAL shows whether it can follow.
     */
    private static Remedy remedy(ClusterState state, Node node, Node primary) {
        if (timeline(state, node).orElseThrow() > timeline(state, primary).orElseThrow()) {
            return Remedy.reclone(node);
        }
        var followsRival = state.lab()
                .named(upstream(state, node))
                .filter(state.primaries()::contains)
                .filter(other -> !other.equals(primary))
                .isPresent();
        return followsRival || Replication.beyondFork(state, node).isPresent()
                ? Remedy.rejoin(node)
                : Remedy.reconfigure().or(Remedy.follow(node));
    }

    private static Optional<Integer> timeline(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::timeline);
    }

    private static String upstream(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::upstream).orElse("");
    }
}
