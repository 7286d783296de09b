package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the entries of ledgers for every tenth of a second. For one thread. */
final class TenthSecondBuckets {

    private final Instant from;
    private final int[] writes;
    private final int[] reads;
    private final int[] failures;

    TenthSecondBuckets(Instant from, Instant to) {
        this.from = from;
        var count = Math.toIntExact(Math.max(0, Duration.between(from, to).dividedBy(TenthSecond.LENGTH)));
        writes = new int[count];
        reads = new int[count];
        failures = new int[count];
    }

    void add(Ledger ledger) {
        ledger.forEach(entry -> add(entry, ledger.head().instant(entry.atMicros())));
    }

    private void add(LedgerEntry entry, Instant at) {
        var place = at.isBefore(from) ? -1 : (int) Duration.between(from, at).dividedBy(TenthSecond.LENGTH);
        if (place < 0 || place >= writes.length) {
            return;
        }
        switch (entry.what()) {
            case SENT -> {}
            case ACKNOWLEDGED -> writes[place]++;
            case READ -> reads[place]++;
            case REFUSED, INDETERMINATE, NO_WAY_TO_WRITE, READ_FAILED, NO_WAY_TO_READ -> failures[place]++;
        }
    }

    List<TenthSecond> all() {
        return IntStream.range(0, writes.length)
                .mapToObj(index -> new TenthSecond(
                        from.plus(TenthSecond.LENGTH.multipliedBy(index)),
                        writes[index],
                        reads[index],
                        failures[index]))
                .toList();
    }
}
