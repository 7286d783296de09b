package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.topology.Node;

/**
 * What each pgpool believes of one thing. Pgpools are not asked all at the same moment: that one of them has changed its mind is told
 * only after the others were asked no earlier, so that those who changed theirs with it are in the same sentence.
 *
 * @param since when the first of those that changed it was asked; far in the future if none has
 */
record BeliefChange(LastKnown<Node, String> known, Instant since) {

    static final BeliefChange NOTHING = new BeliefChange(LastKnown.nothing(), Instant.MAX);

    /** @param turned who has changed its mind; empty if none, or if it is too early to tell */
    record Turned(BeliefChange later, List<Node> turned) {}

    /** @param words what those that answer believe now, in the lab's order */
    Turned next(ClusterState state, Map<Node, String> words) {
        var turned = known.changed(words);
        if (turned.isEmpty()) {
            return new Turned(new BeliefChange(known.with(words), Instant.MAX), List.of());
        }
        var first = turned.stream()
                .map(pool -> askedAt(state.pool(pool)))
                .reduce(since, (one, other) -> one.isBefore(other) ? one : other);
        var tooEarly = words.keySet().stream()
                .anyMatch(pool -> askedAt(state.pool(pool)).isBefore(first));
        return tooEarly
                ? new Turned(new BeliefChange(known, first), List.of())
                : new Turned(new BeliefChange(known.with(words), Instant.MAX), turned);
    }

    private static Instant askedAt(PoolNode pool) {
        return pool.backends() instanceof Observed.Seen<?> seen ? seen.at() : Instant.MIN;
    }
}
