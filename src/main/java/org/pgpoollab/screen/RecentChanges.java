package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;

/**
 * Records when each fact changed, updated with every snapshot. A fact that is seen for the first time has not changed. A fact that
 * was missing for a while is compared with its last known value.
 */
public record RecentChanges(Map<TrackedFact, String> known, Map<TrackedFact, Instant> changed) {

    /** How long a change is marked on the screen. */
    static final Duration FRESH = Duration.ofSeconds(2);

    public static final RecentChanges NOTHING = new RecentChanges(Map.of(), Map.of());

    public RecentChanges {
        known = Map.copyOf(known);
        changed = Map.copyOf(changed);
    }

    /**
     * Adds a snapshot.
     *
     * @param now when the snapshot is first shown; change marks are timed from then on
     */
    public RecentChanges next(ClusterState state, Instant now) {
        var facts = TrackedFact.of(state);
        var knownNow = new HashMap<>(known);
        var changedNow = new HashMap<>(changed);
        facts.forEach((fact, word) -> {
            var before = knownNow.put(fact, word);
            if (before != null && !before.equals(word)) {
                changedNow.put(fact, now);
            }
        });
        return new RecentChanges(knownNow, changedNow);
    }

    boolean isFresh(TrackedFact fact, Instant now) {
        return changedAt(fact)
                .filter(at -> Duration.between(at, now).compareTo(FRESH) < 0)
                .isPresent();
    }

    /** Returns when the fact last changed; empty if it has not changed since it was first seen. */
    Optional<Instant> changedAt(TrackedFact fact) {
        return Optional.ofNullable(changed.get(fact));
    }
}
