package org.pgpoollab.load;

import java.util.Objects;

/**
 * The ledger against the table that survived. Three answers are possible: kept, lost, and not known because no primary could be asked.
 *
 * @param acknowledged writes whose success the clients were told
 * @param lost those of them that are not in the table
 * @param indeterminate writes whose outcome the clients were never told
 * @param arrived those of them that are in the table
 * @param duplicated writes that are in the table more than once
 * @param unexplained rows of writes that surely failed, or that nobody sent
 * @param witness the primary whose table was read; empty if none could be asked
 * @param doubt why it is not known; empty if it is
 */
public record WriteAudit(
        long acknowledged,
        long lost,
        long indeterminate,
        long arrived,
        long duplicated,
        long unexplained,
        String witness,
        String doubt) {

    public WriteAudit {
        Objects.requireNonNull(witness);
        Objects.requireNonNull(doubt);
    }

    /** The ledger alone: nobody could be asked what became of it. */
    public static WriteAudit unknown(long acknowledged, long indeterminate, String doubt) {
        return new WriteAudit(acknowledged, 0, indeterminate, 0, 0, 0, "", doubt);
    }

    /** Of both together, which have the same witness. */
    WriteAudit plus(WriteAudit other) {
        return new WriteAudit(
                acknowledged + other.acknowledged,
                lost + other.lost,
                indeterminate + other.indeterminate,
                arrived + other.arrived,
                duplicated + other.duplicated,
                unexplained + other.unexplained,
                witness,
                doubt);
    }

    /** Whether a primary was asked; if not, the numbers of rows mean nothing. */
    public boolean isKnown() {
        return !witness.isEmpty();
    }

    /** Whether it is known that every acknowledged write is there, once, and nothing else is. */
    public boolean isKept() {
        return isKnown() && lost == 0 && duplicated == 0 && unexplained == 0;
    }
}
