package org.pgpoollab.lesson;

import java.time.Duration;

/**
 * What the load has measured since the task began.
 *
 * @param writeOutage the longest time without an acknowledged write in a disturbance; zero if there was none
 * @param failedWrites writes that were refused, or got no answer
 * @param failedReads likewise
 * @param acknowledged writes whose success the clients were told
 * @param lost how many of these are not in the table; without meaning if they were not compared
 * @param isCompared whether the table of a primary could be read
 * @param doubt why something is not known; empty if all is known
 */
public record LoadEvidence(
        Duration writeOutage,
        Duration readOutage,
        long failedWrites,
        long failedReads,
        long acknowledged,
        long lost,
        boolean isCompared,
        String doubt) {

    /** Returns the figures without a load. */
    public static LoadEvidence unknown(String doubt) {
        return new LoadEvidence(Duration.ZERO, Duration.ZERO, 0, 0, -1, -1, false, doubt);
    }

    public boolean isKnown() {
        return acknowledged >= 0;
    }
}
