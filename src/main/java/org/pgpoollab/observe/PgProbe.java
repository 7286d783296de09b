package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ArchiverFacts;
import org.pgpoollab.cluster.CommitFacts;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.Connections;
import org.pgpoollab.cluster.PostgresFacts.Slot;
import org.pgpoollab.cluster.PostgresFacts.StandbyFacts;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.ServerFacts;
import org.pgpoollab.cluster.ServerFacts.SenderCount;

/** Asks one PostgreSQL node for its facts and for its copy of repmgr's table of nodes. */
final class PgProbe {

    /**
     * Returns one row. The timeline of a primary comes from the name of its current WAL file, because the control file has the new one only
     * after the next checkpoint. The timeline of a standby that receives nothing comes from the names of the WAL files that it has
     * received.
     */
    private static final String FACTS = """
            SELECT recovering,
                   CASE WHEN recovering THEN coalesce(receiver.received_tli, greatest(checkpoint.timeline_id, (
                            SELECT max(('x' || left(name, 8))::bit(32)::int) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$')))
                        ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END,
                   CASE WHEN recovering THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                        ELSE pg_current_wal_lsn() END,
                   CASE WHEN recovering THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                   pg_postmaster_start_time(),
                   coalesce(receiver.status, ''),
                   coalesce(receiver.sender_host, ''),
                   (SELECT count(*) FROM pg_stat_get_activity(NULL) WHERE backend_type = 'client backend'),
                   current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
                   system.system_identifier,
                   current_setting('primary_slot_name'),
                   CASE WHEN recovering THEN pg_is_wal_replay_paused() ELSE false END,
                   NOT recovering AND current_setting('default_transaction_read_only')::bool
                       AND (SELECT source NOT IN ('user', 'database', 'database user', 'global')
                              FROM pg_settings WHERE name = 'default_transaction_read_only'),
                   current_setting('synchronous_standby_names'),
                   current_setting('max_wal_senders')::int,
                   (SELECT count(*) FROM pg_stat_get_wal_senders()),
                   current_setting('max_connections')::int,
                   current_setting('max_worker_processes')::int,
                   current_setting('max_prepared_transactions')::int,
                   current_setting('max_locks_per_transaction')::int,
                   receiver.last_msg_receipt_time
              FROM pg_is_in_recovery() AS recovering
             CROSS JOIN pg_control_checkpoint() AS checkpoint
             CROSS JOIN pg_control_system() AS system
              LEFT JOIN pg_stat_wal_receiver AS receiver ON true""";

    private static final String STANDBYS = """
            SELECT application_name, state, sync_state, coalesce(replay_lsn, '0/0')
              FROM pg_stat_replication ORDER BY application_name""";

    private static final String SLOTS = """
            SELECT slot_name, active, coalesce(wal_status = 'lost', false),
                   coalesce(pg_wal_lsn_diff(CASE WHEN recovering THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                                                 ELSE pg_current_wal_lsn() END, restart_lsn), 0)::bigint
              FROM pg_replication_slots CROSS JOIN pg_is_in_recovery() AS recovering ORDER BY slot_name""";

    /** The sessions that wait for standbys to confirm a commit, the longest waiting first. */
    private static final String WAITING = """
            SELECT usesysid::regrole::text, application_name, coalesce(host(client_addr), ''), query_start
              FROM pg_stat_get_activity(NULL) WHERE wait_event = 'SyncRep' ORDER BY query_start""";

    /** The last archiving failure, which counts until a file has been archived: the archiver retries a failed file until it succeeds. */
    private static final String ARCHIVER = """
            SELECT coalesce(last_failed_wal, ''), last_failed_time, failed_count FROM pg_stat_archiver
             WHERE current_setting('archive_mode') <> 'off' AND current_setting('archive_command') <> ''
               AND last_failed_time > coalesce(last_archived_time, '-infinity')""";

    private static final String PAUSED = "SELECT coalesce(repmgr.repmgrd_is_paused(), false)";

    private static final String REPMGR = """
            SELECT node.node_id, node.node_name, node.type, node.active, coalesce(upstream.node_name, '')
              FROM repmgr.nodes AS node
              LEFT JOIN repmgr.nodes AS upstream ON upstream.node_id = node.upstream_node_id
             ORDER BY node.node_id""";

    private PgProbe() {}

    /** Runs all queries in one round trip and one transaction, as the simple query protocol allows. */
    static PostgresAnswer ask(Connection session, boolean repmgrdRuns) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(String.join(";", STANDBYS, SLOTS, WAITING, ARCHIVER, FACTS, PAUSED, REPMGR));
            var standbys = standbys(statement.getResultSet());
            var slots = slots(next(statement));
            var waiting = waiting(next(statement));
            var archiver = archiver(next(statement));
            var facts = facts(next(statement), standbys, slots, waiting, archiver);
            var paused = isTrue(next(statement));
            return new PostgresAnswer(facts, new RepmgrFacts(repmgrdRuns, paused, rows(next(statement))));
        }
    }

    private static ResultSet next(Statement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    private static boolean isTrue(ResultSet row) throws SQLException {
        row.next();
        return row.getBoolean(1);
    }

    /** Returns the waiting sessions; the setting in the result is still empty. */
    private static CommitFacts waiting(ResultSet row) throws SQLException {
        var count = 0;
        var first = "";
        var since = Instant.MAX;
        while (row.next()) {
            if (count == 0) {
                first = Stream.of(row.getString(1), row.getString(2), row.getString(3))
                        .map(word -> word == null ? "" : word)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
                since = instant(row, 4).orElse(Instant.MAX);
            }
            count++;
        }
        return new CommitFacts("", count, first, since);
    }

    private static ArchiverFacts archiver(ResultSet row) throws SQLException {
        return row.next()
                ? new ArchiverFacts(row.getString(1), instant(row, 2).orElse(Instant.MIN), row.getLong(3))
                : ArchiverFacts.OFF;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static ServerFacts server(ResultSet row, CommitFacts waiting, ArchiverFacts archiver) throws SQLException {
        return new ServerFacts(
                row.getString(10),
                row.getString(11),
                row.getBoolean(12),
                row.getBoolean(13),
                limits(row),
                new CommitFacts(row.getString(14), waiting.waiting(), waiting.first(), waiting.firstBegan()),
                archiver,
                new SenderCount(row.getInt(16), row.getInt(15)));
    }

    /** Returns the settings that a standby compares with its primary, see CheckRequiredParameterValues in xlogrecovery.c. */
    private static Map<String, Integer> limits(ResultSet row) throws SQLException {
        var limits = new LinkedHashMap<String, Integer>();
        limits.put("max_connections", row.getInt(17));
        limits.put("max_worker_processes", row.getInt(18));
        limits.put("max_wal_senders", row.getInt(15));
        limits.put("max_prepared_transactions", row.getInt(19));
        limits.put("max_locks_per_transaction", row.getInt(20));
        return limits;
    }

    private static PostgresFacts facts(
            ResultSet row, List<StandbyFacts> standbys, List<Slot> slots, CommitFacts waiting, ArchiverFacts archiver)
            throws SQLException {
        row.next();
        return new PostgresFacts(
                row.getBoolean(1),
                row.getInt(2),
                lsn(row, 3),
                lsn(row, 4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getString(7),
                instant(row, 21).orElse(Instant.MAX),
                standbys,
                slots,
                new Connections(row.getInt(8), row.getInt(9)),
                server(row, waiting, archiver));
    }

    private static List<Slot> slots(ResultSet row) throws SQLException {
        var slots = new ArrayList<Slot>();
        while (row.next()) {
            slots.add(new Slot(row.getString(1), row.getBoolean(2), row.getBoolean(3), Math.max(0, row.getLong(4))));
        }
        return slots;
    }

    private static List<StandbyFacts> standbys(ResultSet row) throws SQLException {
        var standbys = new ArrayList<StandbyFacts>();
        while (row.next()) {
            standbys.add(new StandbyFacts(row.getString(1), row.getString(2), row.getString(3), lsn(row, 4)));
        }
        return standbys;
    }

    private static Lsn lsn(ResultSet row, int column) throws SQLException {
        var text = row.getString(column);
        return text == null ? new Lsn(0) : Lsn.parse(text);
    }

    private static List<RepmgrFacts.Row> rows(ResultSet row) throws SQLException {
        var rows = new ArrayList<RepmgrFacts.Row>();
        while (row.next()) {
            rows.add(new RepmgrFacts.Row(
                    row.getInt(1),
                    row.getString(2),
                    ReplicationRole.parse(row.getString(3)),
                    row.getBoolean(4),
                    row.getString(5)));
        }
        return rows;
    }
}
