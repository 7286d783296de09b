package org.pgpoollab.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * What a commit waits for on this server.
 *
 * @param standbyNames {@code synchronous_standby_names}; empty if no commit waits for a standby
 * @param waiting how many sessions wait now for standbys to confirm ({@code SyncRep})
 * @param first the session that has waited longest: role, application and client address; empty if none waits
 * @param since when that session's statement began
 */
public record CommitFacts(String standbyNames, int waiting, String first, Optional<Instant> since) {

    /** A commit that waits for no standby. */
    public static final CommitFacts AT_ONCE = new CommitFacts("", 0, "", Optional.empty());

    public CommitFacts(String standbyNames) {
        this(standbyNames, 0, "", Optional.empty());
    }

    public SyncStandbys standbys() {
        return SyncStandbys.parse(standbyNames);
    }
}
