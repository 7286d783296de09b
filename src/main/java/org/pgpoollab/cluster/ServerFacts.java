package org.pgpoollab.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a PostgreSQL server says of itself that decides whether clients and other nodes can work with it.
 *
 * @param system {@code system_identifier} of its data: all nodes of one cluster have the same; empty if it was not asked
 * @param slot the slot that it streams from as a standby, by {@code primary_slot_name}
 * @param replayPaused whether somebody has told it to receive WAL without replaying it
 * @param limits the settings that a standby must have no lower than its primary, by their names
 * @param readOnly whether sessions are read-only by default though the server takes writes
 */
public record ServerFacts(
        String system,
        String slot,
        boolean replayPaused,
        boolean readOnly,
        Map<String, Integer> limits,
        CommitFacts commits,
        ArchiverFacts archiver,
        SenderCount senders) {

    public ServerFacts {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }

    /** Nothing is wrong with it; it says nothing of itself. */
    public static final ServerFacts WELL = new ServerFacts(
            "", "", false, false, Map.of(), CommitFacts.AT_ONCE, ArchiverFacts.OFF, new SenderCount(0, 10));

    /**
     * Connections of standbys and copies.
     *
     * @param most {@code max_wal_senders}
     */
    public record SenderCount(int used, int most) {}
}
