package org.pgpoollab.load;

import java.util.Locale;

/**
 * The acknowledged writes that would be lost if a node's data were discarded.
 *
 * @param node the node whose data would be discarded
 * @param missing how many acknowledged writes are not on the primary; {@link #UNKNOWN} if its table could not be read
 * @param there how many of those are on the node; {@link #UNKNOWN} if its table could not be read
 * @param doubt why a table could not be read
 */
public record UnreplicatedWrites(String node, String primary, long missing, long there, String doubt) {

    static final long UNKNOWN = -1;

    static UnreplicatedWrites unknown(String node, String primary, String doubt) {
        return new UnreplicatedWrites(node, primary, UNKNOWN, UNKNOWN, doubt);
    }

    /** Describes the result in one line. */
    public String inWords() {
        if (missing == UNKNOWN) {
            return "how many of them are acknowledged writes of the load is not known: " + doubt;
        }
        if (missing == 0) {
            return "all acknowledged writes of the load are on " + primary;
        }
        if (there == UNKNOWN) {
            return writes(missing, " not on ") + primary + "; whether " + node + " has "
                    + (missing == 1 ? "it" : "them") + " is not known: " + doubt;
        }
        return there == 0
                ? "no acknowledged write of the load that is not on " + primary
                : writes(there, " not on ") + primary;
    }

    private static String writes(long count, String where) {
        return count == 1
                ? "1 acknowledged write of the load is" + where
                : String.format(Locale.ROOT, "%,d", count) + " acknowledged writes of the load are" + where;
    }
}
