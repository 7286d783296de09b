package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares the ledger of one run, for a period, with the rows in the table. While the run goes on, the order of reading matters: first the
 * acknowledgements, then the rows, then all sent writes. Otherwise a write that happens meanwhile would look lost or unexplained. For one
 * thread.
 */
final class LedgerAudit {

    /** How long a sent write of a running load may stay without an outcome. In a run that has ended it never gets one. */
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

    /** Takes an entry of the first reading of the ledger, before the rows are read. */
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

    /** Takes an entry of the second reading of the ledger, after the rows were read. */
    void sent(LedgerEntry entry) {
        if (entry.what() == LedgerEntry.What.SENT) {
            explained.add(entry.number());
        }
        if (entry.what() == LedgerEntry.What.REFUSED) {
            refused.add(entry.number());
        }
    }

    /** @param readFrom the name of the node whose rows were read */
    WriteAudit verdict(String readFrom) {
        var open = openOnes();
        return new WriteAudit(
                acknowledged.count(),
                acknowledged.countNotIn(rows.there),
                open.count(),
                open.countIn(rows.there),
                rows.twice.count(),
                rows.there.countNotIn(explained.without(refused)),
                readFrom,
                "");
    }

    WriteAudit unknown(String doubt) {
        return WriteAudit.unknown(acknowledged.count(), openOnes().count(), doubt);
    }

    /** Returns the indeterminate writes and those whose outcome was never logged, because the load was killed or could not write. */
    private WriteNumberSet openOnes() {
        var open = begun.without(settled);
        open.addAll(indeterminate);
        return open;
    }
}
