package org.pgpoollab.load;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What clients noticed between two moments, and what became of what they were promised.
 *
 * @param from when the first statement of it ended, or what was asked for if that was later; {@code to} likewise
 * @param readsFrom how many reads each node answered, by its name
 * @param disturbances in the order of time; they do not overlap
 */
public record LoadReport(
        Instant from,
        Instant to,
        LoadShape shape,
        StatementOutcomes writes,
        StatementOutcomes reads,
        SortedMap<String, Long> readsFrom,
        List<Disturbance> disturbances,
        WriteAudit verdict) {

    public LoadReport {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(writes);
        Objects.requireNonNull(reads);
        readsFrom = Collections.unmodifiableSortedMap(new TreeMap<>(readsFrom));
        disturbances = List.copyOf(disturbances);
        Objects.requireNonNull(verdict);
    }
}
