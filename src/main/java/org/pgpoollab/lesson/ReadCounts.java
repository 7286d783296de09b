package org.pgpoollab.lesson;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/**
 * How many reads the pgpools have sent to each PostgreSQL node, added up from the counters of {@code show pool_nodes}, which begin anew when
 * a pgpool starts.
 *
 * @param counters the last value of each counter, by {@code POOL/NODE}
 * @param counts the sums by node
 * @param last when a counter of a node was last seen to have grown
 */
public record ReadCounts(Map<String, Long> counters, Map<String, Long> counts, Map<String, Instant> last) {

    public static final ReadCounts NONE = new ReadCounts(Map.of(), Map.of(), Map.of());

    public ReadCounts {
        counters = Map.copyOf(counters);
        counts = Map.copyOf(counts);
        last = Map.copyOf(last);
    }

    public long of(Node node) {
        return counts.getOrDefault(node.name(), 0L);
    }

    /** @param begun the answer if no counter of the node has grown */
    public Instant last(Node node, Instant begun) {
        return last.getOrDefault(node.name(), begun);
    }

    /** Adds what the counters have grown by; a counter that is seen for the first time has not grown. */
    public ReadCounts plus(ClusterState state) {
        var sum = new Sum(new HashMap<>(counters), new HashMap<>(counts), new HashMap<>(last));
        state.pools()
                .forEach(pool -> pool.beliefs().stream()
                        .filter(BackendView::isCounted)
                        .forEach(view -> sum.add(pool, view, state.at())));
        return new ReadCounts(sum.counters, sum.counts, sum.last);
    }

    private record Sum(Map<String, Long> counters, Map<String, Long> counts, Map<String, Instant> last) {

        void add(PoolNode pool, BackendView view, Instant at) {
            var before = counters.put(pool.node() + "/" + view.node(), view.selects());
            if (before == null || before == view.selects()) {
                return;
            }
            counts.merge(view.node(), view.selects() < before ? view.selects() : view.selects() - before, Long::sum);
            last.put(view.node(), at);
        }
    }
}
