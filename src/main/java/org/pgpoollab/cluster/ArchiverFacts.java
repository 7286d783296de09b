package org.pgpoollab.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * The facts from {@code pg_stat_archiver}.
 *
 * @param failedFile the WAL file whose archiving failed last, and has not succeeded since; empty if nothing fails
 * @param failedAt when that was
 * @param failures how often archiving has failed since the statistics began
 */
public record ArchiverFacts(String failedFile, Optional<Instant> failedAt, long failures) {

    public static final ArchiverFacts OFF = new ArchiverFacts("", Optional.empty(), 0);

    public boolean isFailing() {
        return !failedFile.isEmpty();
    }
}
