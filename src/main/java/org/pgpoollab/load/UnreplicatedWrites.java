package org.pgpoollab.load;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * The acknowledged writes that would be lost if a node's data were discarded.
 *
 * @param node the node whose data would be discarded
 * @param missing how many acknowledged writes are not on the primary; empty if its table could not be read
 * @param there how many of those are on the node; empty if its table could not be read
 * @param doubt why a table could not be read
 */
public record UnreplicatedWrites(String node, String primary, OptionalLong missing, OptionalLong there, String doubt) {

    static UnreplicatedWrites unknown(String node, String primary, String doubt) {
        return new UnreplicatedWrites(node, primary, OptionalLong.empty(), OptionalLong.empty(), doubt);
    }

    /** Describes the result in one line. */
    public String inWords() {
        if (missing.isEmpty()) {
            return "how many of them are acknowledged writes of the load is not known: " + doubt;
        }
        if (missing.getAsLong() == 0) {
            return "all acknowledged writes of the load are on " + primary;
        }
        if (there.isEmpty()) {
            return writes(missing.getAsLong(), " not on ") + primary + "; whether " + node + " has "
                    + (missing.getAsLong() == 1 ? "it" : "them") + " is not known: " + doubt;
        }
        return there.getAsLong() == 0
                ? "no acknowledged write of the load that is not on " + primary
                : writes(there.getAsLong(), " not on ") + primary;
    }

    private static String writes(long count, String where) {
        return count == 1
                ? "1 acknowledged write of the load is" + where
                : String.format(Locale.ROOT, "%,d", count) + " acknowledged writes of the load are" + where;
    }
}
