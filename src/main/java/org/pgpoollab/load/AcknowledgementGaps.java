package org.pgpoollab.load;

import java.util.ArrayList;
import java.util.List;

/** Finds the times in which nothing of one kind went through, out of the times at which something did. For one thread. */
final class AcknowledgementGaps {

    /**
     * In microseconds since the run began.
     *
     * @param isOver whether something went through after it
     */
    record Silence(long from, long until, boolean isOver) {

        long length() {
            return until - from;
        }

        boolean overlaps(long first, long last) {
            return from <= last && until >= first;
        }
    }

    private final long notable;
    private final List<Silence> found = new ArrayList<>();
    private long lastSuccess = Long.MIN_VALUE;

    /** @param notable what is shorter, in microseconds, is no silence but the usual pause between two */
    AcknowledgementGaps(long notable) {
        this.notable = notable;
    }

    /** Somebody tried: from now on something should go through. */
    void tried(long at) {
        if (lastSuccess == Long.MIN_VALUE) {
            lastSuccess = at;
        }
    }

    void wentThrough(long at) {
        tried(at);
        add(at, true);
        lastSuccess = at;
    }

    /** Nothing is known of what came later. */
    List<Silence> endedAt(long at) {
        var all = new ArrayList<>(found);
        if (lastSuccess != Long.MIN_VALUE && at - lastSuccess >= notable) {
            all.add(new Silence(lastSuccess, at, false));
        }
        return all;
    }

    private void add(long at, boolean isOver) {
        if (at - lastSuccess >= notable) {
            found.add(new Silence(lastSuccess, at, isOver));
        }
    }
}
