package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What clients noticed of one disturbance: from the first error until nothing failed for 5 s.
 *
 * @param firstError when the first statement failed, or when its answer was overdue
 * @param lastError when the last statement failed
 * @param writes the longest gap without an acknowledged write of any client that overlaps the disturbance
 * @param reads the longest gap without an answered read, likewise
 * @param errors how many statements failed, by error, such as {@code 57P01 the server was shut down}
 * @param milestones the milestones of the disturbance in the order of time, including those before the first error that led to it
 */
public record Disturbance(
        Instant firstError,
        Instant lastError,
        ServiceGap writes,
        ServiceGap reads,
        SortedMap<String, Integer> errors,
        List<Milestone> milestones) {

    public Disturbance {
        Objects.requireNonNull(firstError);
        Objects.requireNonNull(lastError);
        Objects.requireNonNull(writes);
        Objects.requireNonNull(reads);
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
        milestones = List.copyOf(milestones);
    }

    /**
     * The moment from which all times of the disturbance count: the last acknowledged write before the outage; if writes went on, the last
     * answered read; if reads did too, the first error.
     */
    public Instant zero() {
        if (!writes.isNone()) {
            return writes.from();
        }
        return reads.isNone() ? firstError : reads.from();
    }

    /** Returns how long no write was acknowledged; empty if there was no gap. */
    public Optional<Duration> writeOutage() {
        return writes.isNone() ? Optional.empty() : Optional.of(writes.length());
    }

    /** Returns how long no read was answered; empty if there was no gap. */
    public Optional<Duration> readOutage() {
        return reads.isNone() ? Optional.empty() : Optional.of(reads.length());
    }

    /** Returns the time from {@link #zero} until the lab was redundant again; empty if it was not seen to be. */
    public Optional<Duration> untilRedundant() {
        return until(Milestone.Kind.REDUNDANT);
    }

    /** Returns the time from {@link #zero} until the lab was whole again; empty if it was not seen to be. */
    public Optional<Duration> untilWhole() {
        return until(Milestone.Kind.WHOLE);
    }

    private Optional<Duration> until(Milestone.Kind kind) {
        var turns = milestones.stream()
                .filter(milestone -> milestone.kind() == kind && milestone.at().isAfter(firstError))
                .toList();
        // A recovery before the last error did not last; it counts only if no other followed.
        return turns.stream()
                .filter(turn -> !turn.at().isBefore(lastError))
                .findFirst()
                .or(() -> turns.stream().reduce((earlier, later) -> later))
                .map(turn -> Duration.between(zero(), turn.at()));
    }
}
