package org.pgpoollab.load;

import java.util.Objects;

/**
 * What became of all writes, or of all reads, of a stretch of time.
 *
 * @param done acknowledged, or answered
 * @param failed surely not done; attempts to connect that failed are among them
 * @param indeterminate nobody was told whether they were done; of reads none ever is
 */
public record StatementOutcomes(long done, long failed, long indeterminate, Latency latency) {

    public static final StatementOutcomes NONE = new StatementOutcomes(0, 0, 0, Latency.NONE);

    public StatementOutcomes {
        Objects.requireNonNull(latency);
    }
}
