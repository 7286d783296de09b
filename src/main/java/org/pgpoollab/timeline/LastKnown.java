package org.pgpoollab.timeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last known value of each key, such as a node, in the order in which the keys were first seen. Both events and the milestones of a load
 * are detected by it: the first sight of a value is no change, and a value that is not seen stays as it was.
 */
public record LastKnown<K, V>(Map<K, V> values) {

    public LastKnown {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static <K, V> LastKnown<K, V> nothing() {
        return new LastKnown<>(Map.of());
    }

    public Optional<V> of(K subject) {
        return Optional.ofNullable(values.get(subject));
    }

    /** Returns a copy with the values that are seen now; all others keep their last known value. */
    public LastKnown<K, V> with(Map<K, V> seen) {
        var all = new LinkedHashMap<>(values);
        all.putAll(seen);
        return new LastKnown<>(all);
    }

    /** Returns the subjects whose known value differs, in the order of {@code seen}. A value that was not known before is no change. */
    public List<K> changed(Map<K, V> seen) {
        return seen.entrySet().stream()
                .filter(now -> of(now.getKey())
                        .filter(before -> !before.equals(now.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
