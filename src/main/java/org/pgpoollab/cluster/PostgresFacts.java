package org.pgpoollab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The facts that a PostgreSQL node reports of itself.
 *
 * @param inRecovery {@code pg_is_in_recovery()}: true for a standby, false for a primary
 * @param timeline of the WAL that is written (primary) or replayed (standby)
 * @param written up to where WAL is written (primary) or received (standby)
 * @param replayed up to where it is replayed; for a primary the same as {@code written}
 * @param startedAt {@code pg_postmaster_start_time()}
 * @param receiver the state of the WAL receiver, {@code streaming} if healthy; empty if there is none
 * @param upstream the host in {@code pg_stat_wal_receiver}; empty if there is no WAL receiver
 * @param heardAt when the WAL receiver last received a message, by the machine's clock; {@link Instant#MAX} if it has received none
 * @param standbys the standbys that stream from here, from {@code pg_stat_replication}
 * @param slots its replication slots
 * @param connections how many of its connections are in use
 * @param server the facts that decide whether other nodes and clients can work with it
 */
public record PostgresFacts(
        boolean inRecovery,
        int timeline,
        Lsn written,
        Lsn replayed,
        Instant startedAt,
        String receiver,
        String upstream,
        Instant heardAt,
        List<StandbyFacts> standbys,
        List<Slot> slots,
        Connections connections,
        ServerFacts server) {

    /**
     * One row of {@code pg_stat_replication}.
     *
     * @param name its application_name, which is the node's name
     * @param state {@code streaming}, {@code catchup}, {@code startup}, {@code backup}
     * @param sync {@code async}, {@code sync}, {@code quorum}, {@code potential}
     */
    public record StandbyFacts(String name, String state, String sync, Lsn replayed) {}

    /**
     * One row of {@code pg_replication_slots}.
     *
     * @param active whether a standby streams from it now
     * @param lost whether WAL that it should retain is gone
     * @param held how many bytes of WAL it keeps from being removed
     */
    public record Slot(String name, boolean active, boolean lost, long held) {}

    /**
     * The connections of clients; PostgreSQL counts those of standbys separately.
     *
     * @param most {@code max_connections} without those reserved for superusers
     */
    public record Connections(int used, int most) {}

    public PostgresFacts {
        standbys = List.copyOf(standbys);
        slots = List.copyOf(slots);
    }

    public boolean isPrimary() {
        return !inRecovery;
    }

    public boolean isStreaming() {
        return inRecovery && receiver.equals("streaming");
    }

    /** Returns the standby of this name that streams from here. */
    public Optional<StandbyFacts> standby(String name) {
        return standbys.stream().filter(standby -> standby.name().equals(name)).findFirst();
    }
}
