package org.pgpoollab.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Merges failures that lie at most {@link #QUIET} apart into one stretch of time. For one thread. */
final class FailureGrouping {

    /** After this time without a failure, the next failure begins a new stretch. In microseconds. */
    static final long QUIET = 5_000_000;

    /** A stretch of time with failures, in microseconds since the run began. */
    static final class Stretch {
        private long first;
        private long last;
        private final TreeMap<String, Integer> errors = new TreeMap<>();

        private Stretch(long first, long last) {
            this.first = first;
            this.last = last;
        }

        long first() {
            return first;
        }

        long last() {
            return last;
        }

        SortedMap<String, Integer> errors() {
            return errors;
        }

        private void swallow(Stretch other) {
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            other.errors.forEach((words, count) -> errors.merge(words, count, Integer::sum));
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();

    /** Records a failure. The caller must report failures in the order of time. */
    void failed(long at, SqlFailure trouble) {
        if (stretches.isEmpty() || at - newest().last > QUIET) {
            stretches.add(new Stretch(at, at));
        }
        newest().last = at;
        newest().errors.merge(trouble.words(), 1, Integer::sum);
    }

    private Stretch newest() {
        return stretches.get(stretches.size() - 1);
    }

    /** Returns the stretches, merged with gaps in which statements hung although none was reported as failed. */
    List<Stretch> with(List<AcknowledgementGaps.Silence> gaps) {
        var parts = new ArrayList<>(stretches);
        gaps.forEach(silence -> parts.add(new Stretch(silence.from(), silence.until())));
        parts.sort(Comparator.comparingLong(Stretch::first));
        var merged = new ArrayList<Stretch>();
        for (var part : parts) {
            var before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before == null || part.first - before.last > QUIET) {
                before = new Stretch(part.first, part.last);
                merged.add(before);
            }
            before.swallow(part);
        }
        return merged;
    }
}
