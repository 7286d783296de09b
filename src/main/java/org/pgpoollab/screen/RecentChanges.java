package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;

/**
 * What changed when: a fold over snapshots. What is seen for the first time did not change; what is not seen for a while and then
 * again is compared with what it was before.
 */
public record RecentChanges(Map<TrackedFact, String> known, Map<TrackedFact, Instant> changed) {

    /** For how long a change is marked. */
    static final Duration FRESH = Duration.ofSeconds(2);

    public static final RecentChanges NOTHING = new RecentChanges(Map.of(), Map.of());

    public RecentChanges {
        known = Map.copyOf(known);
        changed = Map.copyOf(changed);
    }

    /** @param now when this snapshot is shown first: the marks count from then */
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

    /** When it last changed; empty if it has not since it was first seen. */
    Optional<Instant> changedAt(TrackedFact fact) {
        return Optional.ofNullable(changed.get(fact));
    }
}
