package org.pgpoollab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts from {@code pg_stat_archiver}.
 *
 * @param failedFile the WAL file whose archiving failed last, and has not succeeded since; empty if nothing fails
 * @param failedAt when that was; {@link Instant#MIN} if that is not known
 * @param failures how often archiving has failed since the statistics began
 */
public record ArchiverFacts(String failedFile, Instant failedAt, long failures) {

    public static final ArchiverFacts OFF = new ArchiverFacts("", Instant.MIN, 0);

    /** Returns for how long archiving has not failed again. */
    public Optional<Duration> sinceFailure(Instant now) {
        return Optional.of(failedAt).filter(at -> !at.equals(Instant.MIN)).map(at -> Duration.between(at, now));
    }

    public boolean isFailing() {
        return !failedFile.isEmpty();
    }
}
