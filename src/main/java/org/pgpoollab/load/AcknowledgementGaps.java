package org.pgpoollab.load;

import java.util.ArrayList;
import java.util.List;

/** Finds the gaps between acknowledged statements of one kind (writes or reads). For one thread. */
final class AcknowledgementGaps {

    /**
     * A gap without an acknowledgement, in microseconds since the run began.
     *
     * @param isOver whether a statement was acknowledged after it
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

    /** @param notable the shortest gap that counts, in microseconds; shorter ones are the usual pauses between statements */
    AcknowledgementGaps(long notable) {
        this.notable = notable;
    }

    /** Records an attempt. The first attempt starts the first gap. */
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

    /** Returns all gaps, including one that is still open when the ledger ends at {@code at}. */
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
