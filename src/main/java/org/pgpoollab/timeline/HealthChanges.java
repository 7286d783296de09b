package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Kind.LAB;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Observed;

/**
 * Detects when the lab is healthy again. It does not report when the lab becomes unhealthy, because what went wrong has its own events.
 *
 * @param ailingSince when the lab was first seen unhealthy; {@link Instant#MAX} while it is healthy
 */
record HealthChanges(
        Predicate<ClusterState> isHealthy, boolean everHealthy, Instant ailingSince, BrokenCondition broken)
        implements ChangeDetector {

    static HealthChanges unknown(Predicate<ClusterState> isHealthy) {
        return new HealthChanges(isHealthy, false, Instant.MAX, BrokenCondition.NONE);
    }

    @Override
    public Told next(ClusterState state) {
        if (hasUnasked(state)) {
            return Told.nothing(this);
        }
        if (!isHealthy.test(state)) {
            var since = broken.equals(BrokenCondition.NONE) ? state.at() : ailingSince;
            return Told.nothing(new HealthChanges(isHealthy, everHealthy, since, broken.next(false)));
        }
        var later = new HealthChanges(isHealthy, true, Instant.MAX, BrokenCondition.NONE);
        if (!broken.isCertain()) {
            return Told.nothing(later);
        }
        var text =
                (everHealthy ? "healthy again after " : "healthy after ") + DurationText.text(ailingSince, state.at());
        return new Told(later, List.of(ChangeDetector.event(state, LAB, RECOVERY, List.of(), text)));
    }

    private static boolean hasUnasked(ClusterState state) {
        var postgres = state.postgres().stream().flatMap(node -> Stream.of(node.says(), node.repmgr()));
        var pools = state.pools().stream()
                .flatMap(pool -> state.lab().hasWatchdog()
                        ? Stream.of(pool.backends(), pool.watchdog(), pool.holdsVip())
                        : Stream.of(pool.backends(), pool.holdsVip()));
        return Stream.concat(postgres, pools).anyMatch(fact -> !isAsked(fact));
    }

    private static boolean isAsked(Observed<?> fact) {
        return fact.isSeen() || fact.isUnreachable();
    }
}
