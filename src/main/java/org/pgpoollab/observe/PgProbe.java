package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.PostgresFacts.StandbyFacts;
import org.pgpoollab.cluster.RepmgrFacts;

/** Asks one PostgreSQL node what it is, and what its copy of repmgr's table says. */
final class PgProbe {

    /**
     * One row. The timeline of a primary is read from the name of the WAL file that it writes now: the control file knows it only
     * since the last checkpoint.
     */
    private static final String FACTS = """
            SELECT recovering,
                   CASE WHEN recovering THEN coalesce(receiver.received_tli, checkpoint.timeline_id)
                        ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END,
                   CASE WHEN recovering THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                        ELSE pg_current_wal_lsn() END,
                   CASE WHEN recovering THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                   pg_postmaster_start_time(),
                   coalesce(receiver.status, ''),
                   coalesce(receiver.sender_host, '')
              FROM pg_is_in_recovery() AS recovering
             CROSS JOIN pg_control_checkpoint() AS checkpoint
              LEFT JOIN pg_stat_wal_receiver AS receiver ON true""";

    private static final String STANDBYS = """
            SELECT application_name, state, sync_state, coalesce(replay_lsn, '0/0')
              FROM pg_stat_replication ORDER BY application_name""";

    private static final String REPMGR = """
            SELECT node.node_id, node.node_name, node.type, node.active, coalesce(upstream.node_name, '')
              FROM repmgr.nodes AS node
              LEFT JOIN repmgr.nodes AS upstream ON upstream.node_id = node.upstream_node_id
             ORDER BY node.node_id""";

    private PgProbe() {}

    /** All in one round trip and one transaction, as the simple query protocol allows. */
    static PostgresAnswer ask(Connection session, boolean repmgrdRuns) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(String.join(";", STANDBYS, FACTS, REPMGR));
            var standbys = standbys(statement.getResultSet());
            var facts = facts(next(statement), standbys);
            return new PostgresAnswer(facts, new RepmgrFacts(repmgrdRuns, rows(next(statement))));
        }
    }

    private static ResultSet next(Statement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    private static PostgresFacts facts(ResultSet row, List<StandbyFacts> standbys) throws SQLException {
        row.next();
        return new PostgresFacts(
                row.getBoolean(1),
                row.getInt(2),
                lsn(row, 3),
                lsn(row, 4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getString(7),
                standbys);
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
