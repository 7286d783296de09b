package org.pgpoollab.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * What a commit waits for on this server.
 *
 * @param standbyNames {@code synchronous_standby_names}; empty if no commit waits for a standby
 * @param waiting how many sessions wait now for standbys to confirm ({@code SyncRep})
 * @param first who has waited longest: role, application and where it comes from; empty if nobody waits
 * @param since when that one's statement began
 */
public record CommitFacts(String standbyNames, int waiting, String first, Optional<Instant> since) {

    /** It waits for nobody. */
    public static final CommitFacts AT_ONCE = new CommitFacts("", 0, "", Optional.empty());

    public CommitFacts(String standbyNames) {
        this(standbyNames, 0, "", Optional.empty());
    }

    public SyncStandbys standbys() {
        return SyncStandbys.parse(standbyNames);
    }
}
