package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.Connections;
import org.pgpoollab.cluster.PostgresFacts.Slot;
import org.pgpoollab.cluster.PostgresFacts.StandbyFacts;
import org.pgpoollab.cluster.RepmgrFacts;

/** Asks one PostgreSQL node what it is, and what its copy of repmgr's table says. */
final class PgProbe {

    /**
     * One row. The timeline of a primary is read from the name of the WAL file that it writes now: the control file knows it only
     * since the last checkpoint, and a standby that receives nothing only since its last restartpoint.
     */
    private static final String FACTS = """
            SELECT recovering,
                   CASE WHEN recovering THEN coalesce(receiver.received_tli,
                                                       greatest(checkpoint.timeline_id, recovery.min_recovery_end_timeline))
                        ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END,
                   CASE WHEN recovering THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                        ELSE pg_current_wal_lsn() END,
                   CASE WHEN recovering THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                   pg_postmaster_start_time(),
                   coalesce(receiver.status, ''),
                   coalesce(receiver.sender_host, ''),
                   (SELECT count(*) FROM pg_stat_get_activity(NULL) WHERE backend_type = 'client backend'),
                   current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
              FROM pg_is_in_recovery() AS recovering
             CROSS JOIN pg_control_checkpoint() AS checkpoint
             CROSS JOIN pg_control_recovery() AS recovery
              LEFT JOIN pg_stat_wal_receiver AS receiver ON true""";

    private static final String STANDBYS = """
            SELECT application_name, state, sync_state, coalesce(replay_lsn, '0/0')
              FROM pg_stat_replication ORDER BY application_name""";

    private static final String SLOTS = """
            SELECT slot_name, active, coalesce(wal_status = 'lost', false),
                   coalesce(pg_wal_lsn_diff(CASE WHEN recovering THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                                                 ELSE pg_current_wal_lsn() END, restart_lsn), 0)::bigint
              FROM pg_replication_slots CROSS JOIN pg_is_in_recovery() AS recovering ORDER BY slot_name""";

    private static final String PAUSED = "SELECT coalesce(repmgr.repmgrd_is_paused(), false)";

    private static final String REPMGR = """
            SELECT node.node_id, node.node_name, node.type, node.active, coalesce(upstream.node_name, '')
              FROM repmgr.nodes AS node
              LEFT JOIN repmgr.nodes AS upstream ON upstream.node_id = node.upstream_node_id
             ORDER BY node.node_id""";

    private PgProbe() {}

    /** All in one round trip and one transaction, as the simple query protocol allows. */
    static PostgresAnswer ask(Connection session, boolean repmgrdRuns) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(String.join(";", STANDBYS, SLOTS, FACTS, PAUSED, REPMGR));
            var standbys = standbys(statement.getResultSet());
            var slots = slots(next(statement));
            var facts = facts(next(statement), standbys, slots);
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

    private static PostgresFacts facts(ResultSet row, List<StandbyFacts> standbys, List<Slot> slots)
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
                standbys,
                slots,
                new Connections(row.getInt(8), row.getInt(9)));
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
                    row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5)));
        }
        return rows;
    }
}
