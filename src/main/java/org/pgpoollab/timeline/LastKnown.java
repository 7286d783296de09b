package org.pgpoollab.timeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last known value of each subject, in the order in which they were first seen. */
record LastKnown<K, V>(Map<K, V> values) {

    LastKnown {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static <K, V> LastKnown<K, V> nothing() {
        return new LastKnown<>(Map.of());
    }

    Optional<V> of(K subject) {
        return Optional.ofNullable(values.get(subject));
    }

    /** With what is seen now; of all others what was known stays. */
    LastKnown<K, V> with(Map<K, V> seen) {
        var all = new LinkedHashMap<>(values);
        all.putAll(seen);
        return new LastKnown<>(all);
    }

    /** The subjects that were known otherwise, in the order of what is seen. What was not known is no change. */
    List<K> changed(Map<K, V> seen) {
        return seen.entrySet().stream()
                .filter(now -> of(now.getKey())
                        .filter(before -> !before.equals(now.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
