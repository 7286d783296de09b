package org.pgpoollab.load;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts statements by outcome. For one thread. */
final class StatementCounts {

    /** The counts of the writes or of the reads. */
    private static final class Side {
        private long done;
        private long failed;
        private long indeterminate;
        private final Latencies latencies = new Latencies();

        private StatementOutcomes traffic() {
            return new StatementOutcomes(done, failed, indeterminate, latencies.latency());
        }
    }

    private final Side writes = new Side();
    private final Side reads = new Side();
    private final TreeMap<Integer, Long> readsFrom = new TreeMap<>();
    private long count;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void add(LedgerEntry entry, Instant at) {
        count++;
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        switch (entry.what()) {
            case SENT -> {}
            case ACKNOWLEDGED -> done(writes, entry);
            case REFUSED, NO_WAY_TO_WRITE -> writes.failed++;
            case INDETERMINATE -> writes.indeterminate++;
            case READ -> {
                done(reads, entry);
                readsFrom.merge(entry.node(), 1L, Long::sum);
            }
            case READ_FAILED, NO_WAY_TO_READ -> reads.failed++;
        }
    }

    private static void done(Side side, LedgerEntry entry) {
        side.done++;
        side.latencies.add(entry.tookMicros());
    }

    /** Returns how many entries were counted; {@link #first} and {@link #last} have no meaning while it is 0. */
    long count() {
        return count;
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    StatementOutcomes writes() {
        return writes.traffic();
    }

    StatementOutcomes reads() {
        return reads.traffic();
    }

    SortedMap<String, Long> readsFrom() {
        var named = new TreeMap<String, Long>();
        readsFrom.forEach((node, count) -> named.put(node == LedgerEntry.NOBODY ? "unknown" : "pg-" + node, count));
        return named;
    }
}
