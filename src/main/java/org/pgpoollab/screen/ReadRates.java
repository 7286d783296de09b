package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.topology.Node;

/**
 * How many SELECTs each pgpool sent to each backend over the last minute: a fold over snapshots. Pgpool-II counts from its own
 * start, so a count that went down is one that began anew; and one number alone, the first or the first after a minute without,
 * says nothing of the last minute.
 */
public record ReadRates(Map<Route, Count> counts) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    public static final ReadRates NONE = new ReadRates(Map.of());

    /** @param backend the backend's number */
    record Route(Node pool, int backend) {}

    /**
     * @param at when the last one was counted
     * @param isCompared whether there was another one not long before the last
     * @param growth what was added when, without what is older than the window
     */
    record Count(long last, Instant at, boolean isCompared, List<Growth> growth) {

        Count {
            growth = List.copyOf(growth);
        }

        static Count first(long total, Instant at) {
            return new Count(total, at, false, List.of());
        }

        Count next(long total, Instant now) {
            if (!new Growth(at, 0).isWithin(now)) {
                return first(total, now);
            }
            var added = total >= last ? total - last : total;
            var kept = new ArrayList<>(
                    growth.stream().filter(each -> each.isWithin(now)).toList());
            if (added > 0) {
                kept.add(new Growth(now, added));
            }
            return new Count(total, now, true, kept);
        }

        OptionalLong lastMinute(Instant now) {
            if (!isCompared || !new Growth(at, 0).isWithin(now)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(growth.stream()
                    .filter(each -> each.isWithin(now))
                    .mapToLong(Growth::reads)
                    .sum());
        }
    }

    record Growth(Instant at, long reads) {

        boolean isWithin(Instant now) {
            return Duration.between(at, now).compareTo(WINDOW) < 0;
        }
    }

    public ReadRates {
        counts = Map.copyOf(counts);
    }

    public ReadRates next(ClusterState state, Instant now) {
        var next = new HashMap<>(counts);
        state.pools()
                .forEach(pool -> views(pool).stream()
                        .filter(BackendView::isCounted)
                        .forEach(view -> next.merge(
                                new Route(pool.node(), view.backend()),
                                Count.first(view.selects(), now),
                                (before, first) -> before.next(view.selects(), now))));
        return new ReadRates(next);
    }

    private static List<BackendView> views(PoolNode pool) {
        return pool.backends().value().orElse(List.of());
    }

    /** Reads in the last minute; empty until they were counted twice in it. */
    OptionalLong lastMinute(Node pool, int backend, Instant now) {
        var count = counts.get(new Route(pool, backend));
        return count == null ? OptionalLong.empty() : count.lastMinute(now);
    }

    /** The most that any pgpool sent to any backend: what bars are drawn against. */
    long most(Instant now) {
        return counts.values().stream()
                .mapToLong(count -> count.lastMinute(now).orElse(0))
                .max()
                .orElse(0);
    }
}
