package org.pgpoollab.load;

import java.util.Map;

/** Reads the rows of the load's table that survived. */
@FunctionalInterface
interface SurvivingRows {

    /**
     * The node whose table was read.
     *
     * @param doubt why no node could be read; empty if {@code node} was
     */
    record Witness(String node, String doubt) {

        static Witness nobody(String doubt) {
            return new Witness("", doubt);
        }
    }

    /** Reads the rows of these runs. */
    Witness read(Map<Integer, LedgerAudit.Rows> runs);
}
