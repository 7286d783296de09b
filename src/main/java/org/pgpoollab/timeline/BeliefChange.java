package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.topology.Node;

/**
 * Detects when pgpools change what they believe of one thing. Pgpools are not probed at the same moment. So a change is reported only after
 * all others were probed at the same time or later, and pgpools that changed together are in the same sentence.
 *
 * @param since when the first pgpool that changed was probed; {@link Instant#MAX} if none has changed
 */
record BeliefChange(LastKnown<Node, String> known, Instant since) {

    static final BeliefChange NOTHING = new BeliefChange(LastKnown.nothing(), Instant.MAX);

    /** @param turned the pgpools that changed; empty if none did, or if it is too early to tell */
    record Turned(BeliefChange later, List<Node> turned) {}

    /** @param words what the pgpools that answer believe now, in the lab's order */
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
