package org.pgpoollab.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The facts that a PostgreSQL server reports and that decide whether clients and other nodes can work with it.
 *
 * @param system {@code system_identifier} of its data, which is the same for all nodes of a cluster; empty if it was not probed
 * @param slot the slot that it streams from as a standby, from {@code primary_slot_name}
 * @param replayPaused whether it was told to receive WAL without replaying it
 * @param limits the settings that a standby must have no lower than its primary, by their names
 * @param readOnly whether sessions are read-only by default although the server accepts writes
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

    /** The facts of a server without problems that has reported nothing. */
    public static final ServerFacts WELL = new ServerFacts(
            "", "", false, false, Map.of(), CommitFacts.AT_ONCE, ArchiverFacts.OFF, new SenderCount(0, 10));

    /**
     * The connections of standbys and copies.
     *
     * @param most {@code max_wal_senders}
     */
    public record SenderCount(int used, int most) {}
}
