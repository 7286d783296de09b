package org.pgpoollab.load;

import java.util.Objects;

/**
 * The outcomes of all writes, or of all reads, in a period.
 *
 * @param done acknowledged writes, or answered reads
 * @param failed statements that surely were not committed, including failed attempts to connect
 * @param indeterminate writes whose outcome the client was never told; 0 for reads
 */
public record StatementOutcomes(long done, long failed, long indeterminate, Latency latency) {

    public static final StatementOutcomes NONE = new StatementOutcomes(0, 0, 0, Latency.NONE);

    public StatementOutcomes {
        Objects.requireNonNull(latency);
    }
}
