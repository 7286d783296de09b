package org.pgpoollab.load;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Describes what clients noticed between two moments, and whether their acknowledged writes survived.
 *
 * @param from when the first statement in the report ended, or the requested start if that was later
 * @param to when the last statement in the report ended, or the requested end if that was earlier
 * @param readsFrom how many reads each node answered, by its name
 * @param ending why the load ended before anybody stopped it, within the time of the report; else empty
 * @param disturbances in the order of time, without overlap
 */
public record LoadReport(
        Instant from,
        Instant to,
        LoadShape shape,
        StatementOutcomes writes,
        StatementOutcomes reads,
        SortedMap<String, Long> readsFrom,
        String ending,
        List<Disturbance> disturbances,
        WriteAudit verdict) {

    public LoadReport {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(writes);
        Objects.requireNonNull(reads);
        readsFrom = Collections.unmodifiableSortedMap(new TreeMap<>(readsFrom));
        Objects.requireNonNull(ending);
        disturbances = List.copyOf(disturbances);
        Objects.requireNonNull(verdict);
    }
}
