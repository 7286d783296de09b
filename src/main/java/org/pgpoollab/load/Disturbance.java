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
 * What clients noticed of one misfortune: from the first error until nothing failed for a while.
 *
 * @param firstError when the first statement failed, or should have been answered and was not
 * @param lastError when the last one did
 * @param writes the longest time without an acknowledged write of anybody that overlaps it
 * @param reads likewise
 * @param errors how many statements failed in which way, by words such as {@code 57P01 the server was shut down}
 * @param milestones what was seen of the lab meanwhile, in the order of time; those before the first error too if they led to it
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

    /** For how long no write went through; empty if some did all the time. */
    public Optional<Duration> writeOutage() {
        return writes.isNone() ? Optional.empty() : Optional.of(writes.length());
    }

    /** For how long no read went through; empty if some did all the time. */
    public Optional<Duration> readOutage() {
        return reads.isNone() ? Optional.empty() : Optional.of(reads.length());
    }

    /** From its first error; empty if it was not seen to be redundant again. */
    public Optional<Duration> untilRedundant() {
        return until(Milestone.Kind.REDUNDANT);
    }

    /** From its first error; empty if it was not seen to be whole again. */
    public Optional<Duration> untilWhole() {
        return until(Milestone.Kind.WHOLE);
    }

    private Optional<Duration> until(Milestone.Kind kind) {
        var turns = milestones.stream()
                .filter(milestone -> milestone.kind() == kind && milestone.at().isAfter(firstError))
                .toList();
        // What came before the last error did not last, unless nothing came after it.
        return turns.stream()
                .filter(turn -> !turn.at().isBefore(lastError))
                .findFirst()
                .or(() -> turns.stream().reduce((earlier, later) -> later))
                .map(turn -> Duration.between(firstError, turn.at()));
    }
}
