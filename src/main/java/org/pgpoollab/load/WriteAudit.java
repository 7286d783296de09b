package org.pgpoollab.load;

import java.util.Objects;

/**
 * Compares the ledger with the table that survived. The result is kept, lost, or unknown because no primary could be read.
 *
 * @param acknowledged writes whose success the clients were told
 * @param lost acknowledged writes that are not in the table
 * @param indeterminate writes whose outcome the clients were never told
 * @param arrived indeterminate writes that are in the table
 * @param duplicated writes that are in the table more than once
 * @param unexplained rows of writes that surely failed or were never sent
 * @param readFrom the primary whose table was read; empty if none could be read
 * @param doubt why the result is unknown; empty if it is known
 */
public record WriteAudit(
        long acknowledged,
        long lost,
        long indeterminate,
        long arrived,
        long duplicated,
        long unexplained,
        String readFrom,
        String doubt) {

    public WriteAudit {
        Objects.requireNonNull(readFrom);
        Objects.requireNonNull(doubt);
    }

    /** Returns a result from the ledger alone, when no table could be read. */
    public static WriteAudit unknown(long acknowledged, long indeterminate, String doubt) {
        return new WriteAudit(acknowledged, 0, indeterminate, 0, 0, 0, "", doubt);
    }

    /** Adds another result. The witness of the sum is this one's; a sum with an unknown result is unknown. */
    public WriteAudit plus(WriteAudit other) {
        return new WriteAudit(
                acknowledged + other.acknowledged,
                lost + other.lost,
                indeterminate + other.indeterminate,
                arrived + other.arrived,
                duplicated + other.duplicated,
                unexplained + other.unexplained,
                other.isKnown() ? readFrom : "",
                doubt.isEmpty() ? other.doubt : doubt);
    }

    /** Returns whether a primary was read; if not, the numbers of rows have no meaning. */
    public boolean isKnown() {
        return !readFrom.isEmpty();
    }

    /** Returns whether every acknowledged write is known to be in the table once, and no unexplained row is. */
    public boolean isKept() {
        return isKnown() && lost == 0 && duplicated == 0 && unexplained == 0;
    }
}
