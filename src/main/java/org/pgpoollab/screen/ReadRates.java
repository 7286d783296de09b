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
 * Counts the SELECTs that each pgpool sent to each backend during the last minute, updated with every snapshot. Pgpool-II counts
 * from its own start, so a lower count means that it was restarted. A single count, the first one or the first after a gap of a
 * minute, gives no rate.
 */
public record ReadRates(Map<Route, Count> counts) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    public static final ReadRates NONE = new ReadRates(Map.of());

    /**
     * One pgpool and one of its backends.
     *
     * @param backend the backend's number in Pgpool-II
     */
    record Route(Node pool, int backend) {}

    /**
     * The last total of one route and how it grew.
     *
     * @param at when the last total was read
     * @param isCompared whether another total was read within the minute before the last one
     * @param growth the increases of the last minute with their times
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
        return pool.beliefs();
    }

    /** Returns the reads of the last minute; empty until two counts were read within a minute. */
    OptionalLong lastMinute(Node pool, int backend, Instant now) {
        var count = counts.get(new Route(pool, backend));
        return count == null ? OptionalLong.empty() : count.lastMinute(now);
    }

    /** Returns the largest number of reads that any pgpool sent to any backend. Bars are scaled to it. */
    long most(Instant now) {
        return counts.values().stream()
                .mapToLong(count -> count.lastMinute(now).orElse(0))
                .max()
                .orElse(0);
    }
}
