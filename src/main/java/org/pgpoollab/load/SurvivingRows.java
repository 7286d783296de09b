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
    record SurvivorRows(String node, String doubt) {

        static SurvivorRows nobody(String doubt) {
            return new SurvivorRows("", doubt);
        }
    }

    /** Reads the rows of these runs. */
    SurvivorRows read(Map<Integer, LedgerAudit.Rows> runs);
}
