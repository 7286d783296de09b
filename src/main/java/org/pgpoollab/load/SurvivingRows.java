package org.pgpoollab.load;

import java.util.Map;

/** Where the rows are that survived. */
@FunctionalInterface
interface SurvivingRows {

    /** @param doubt why nobody could be asked; empty if somebody was, who is {@code node} then */
    record Witness(String node, String doubt) {

        static Witness nobody(String doubt) {
            return new Witness("", doubt);
        }
    }

    /** Reads the rows of these runs. */
    Witness read(Map<Integer, LedgerAudit.Rows> runs);
}
