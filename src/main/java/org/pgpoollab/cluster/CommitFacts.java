package org.pgpoollab.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a commit waits for on this server.
 *
 * @param standbyNames {@code synchronous_standby_names}; empty if no commit waits for a standby
 * @param waiting how many sessions wait now for standbys to confirm ({@code SyncRep})
 * @param first the session that has waited longest: role, application and client address; empty if none waits
 * @param firstBegan when that session's statement began; {@link Instant#MAX} if none waits, or if it is not known
 */
public record CommitFacts(String standbyNames, int waiting, String first, Instant firstBegan) {

    /** A commit that waits for no standby. */
    public static final CommitFacts AT_ONCE = new CommitFacts("", 0, "", Instant.MAX);

    public CommitFacts(String standbyNames) {
        this(standbyNames, 0, "", Instant.MAX);
    }

    /** Returns for how long the first session has waited. */
    public Optional<Duration> longestWait(Instant now) {
        return Optional.of(firstBegan)
                .filter(began -> !began.equals(Instant.MAX))
                .map(began -> Duration.between(began, now));
    }

    public SyncStandbys standbys() {
        return SyncStandbys.parse(standbyNames);
    }
}
