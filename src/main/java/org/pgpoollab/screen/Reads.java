package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/**
 * How many SELECTs each pgpool sent to each backend over the last minute: a fold over snapshots. Pgpool-II counts from its own
 * start, so a count that went down is one that began anew.
 */
public record Reads(Map<Route, Count> counts) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    public static final Reads NONE = new Reads(Map.of());

    /** @param backend the backend's number */
    record Route(Node pool, int backend) {}

    /** @param growth what was added when, without what is older than the window */
    record Count(long last, List<Growth> growth) {

        Count {
            growth = List.copyOf(growth);
        }

        Count next(long total, Instant at) {
            var added = total >= last ? total - last : total;
            var kept = new ArrayList<>(
                    growth.stream().filter(each -> each.isWithin(at)).toList());
            if (added > 0) {
                kept.add(new Growth(at, added));
            }
            return new Count(total, kept);
        }

        long lastMinute(Instant now) {
            return growth.stream()
                    .filter(each -> each.isWithin(now))
                    .mapToLong(Growth::reads)
                    .sum();
        }
    }

    record Growth(Instant at, long reads) {

        boolean isWithin(Instant now) {
            return Duration.between(at, now).compareTo(WINDOW) < 0;
        }
    }

    public Reads {
        counts = Map.copyOf(counts);
    }

    public Reads next(ClusterState state, Instant now) {
        var next = new HashMap<>(counts);
        state.pools()
                .forEach(pool -> views(pool)
                        .forEach(view -> next.merge(
                                new Route(pool.node(), view.backend()),
                                new Count(view.selects(), List.of()),
                                (before, first) -> before.next(view.selects(), now))));
        return new Reads(next);
    }

    private static List<BackendView> views(PoolNode pool) {
        return pool.backends().value().orElse(List.of());
    }

    /** Reads in the last minute; 0 where none were seen. */
    long lastMinute(Node pool, int backend, Instant now) {
        var count = counts.get(new Route(pool, backend));
        return count == null ? 0 : count.lastMinute(now);
    }

    /** The most that any pgpool sent to any backend: what bars are drawn against. */
    long most(Instant now) {
        return counts.values().stream()
                .mapToLong(count -> count.lastMinute(now))
                .max()
                .orElse(0);
    }
}
