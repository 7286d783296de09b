package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares what one run's ledger promises for a stretch of time with the rows that are there. The order matters while the run goes on:
 * first what is promised, then the rows, then everything that was ever sent, so that nothing looks lost or invented that was only
 * quicker than this. For one thread.
 */
final class LedgerAudit {

    /** A write of a run that goes on is on its way for so long; of one that ended nobody will ever be told. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final WriteNumberSet acknowledged = new WriteNumberSet();
    private final WriteNumberSet indeterminate = new WriteNumberSet();
    private final WriteNumberSet settled = new WriteNumberSet();
    private final WriteNumberSet begun = new WriteNumberSet();
    private final WriteNumberSet explained = new WriteNumberSet();
    private final WriteNumberSet refused = new WriteNumberSet();
    private final Rows rows = new Rows();

    /** The rows of one run. */
    static final class Rows {
        private final WriteNumberSet there = new WriteNumberSet();
        private final WriteNumberSet twice = new WriteNumberSet();

        WriteNumberSet there() {
            return there;
        }

        void add(int number) {
            if (!there.add(number)) {
                twice.add(number);
            }
        }
    }

    Rows rows() {
        return rows;
    }

    /** Of the first reading. */
    void promised(LedgerEntry entry, Instant at, Instant from, Instant to, Instant now, boolean runs) {
        var isAskedFor = !at.isBefore(from) && !at.isAfter(to);
        switch (entry.what()) {
            case SENT -> {
                var mayStillEnd = runs && at.plus(ON_ITS_WAY).isAfter(now);
                if (isAskedFor && !mayStillEnd) {
                    begun.add(entry.number());
                }
            }
            case ACKNOWLEDGED -> {
                settled.add(entry.number());
                if (isAskedFor) {
                    acknowledged.add(entry.number());
                }
            }
            case INDETERMINATE -> {
                settled.add(entry.number());
                if (isAskedFor) {
                    indeterminate.add(entry.number());
                }
            }
            case REFUSED -> settled.add(entry.number());
            case NO_WAY_TO_WRITE, READ, READ_FAILED, NO_WAY_TO_READ -> {}
        }
    }

    /** Of the second reading, after the rows were read. */
    void sent(LedgerEntry entry) {
        if (entry.what() == LedgerEntry.What.SENT) {
            explained.add(entry.number());
        }
        if (entry.what() == LedgerEntry.What.REFUSED) {
            refused.add(entry.number());
        }
    }

    /** @param witness whose rows they are */
    WriteAudit verdict(String witness) {
        var open = openOnes();
        return new WriteAudit(
                acknowledged.count(),
                acknowledged.countNotIn(rows.there),
                open.count(),
                open.countIn(rows.there),
                rows.twice.count(),
                rows.there.countNotIn(explained.without(refused)),
                witness,
                "");
    }

    WriteAudit unknown(String doubt) {
        return WriteAudit.unknown(acknowledged.count(), openOnes().count(), doubt);
    }

    /** Those whose client was not told, and those of which nothing more was noted: it was killed, or could not note it. */
    private WriteNumberSet openOnes() {
        var open = begun.without(settled);
        open.addAll(indeterminate);
        return open;
    }
}
