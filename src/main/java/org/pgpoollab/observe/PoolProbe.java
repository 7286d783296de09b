package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ReplicationRole;

/**
 * Asks one pgpool for its beliefs about the backends ({@code SHOW pool_nodes}, whose columns differ by version) and for its number of
 * clients.
 */
final class PoolProbe {

    private PoolProbe() {}

    static List<BackendView> backends(Connection session) throws SQLException {
        var backends = new ArrayList<BackendView>();
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SHOW pool_nodes")) {
            var columns = columns(row);
            while (row.next()) {
                backends.add(new BackendView(
                        row.getInt("node_id"),
                        text(row, columns, "hostname"),
                        BackendStatus.parse(text(row, columns, "status")),
                        text(row, columns, "pg_status"),
                        ReplicationRole.parse(text(row, columns, "role")),
                        text(row, columns, "pg_role"),
                        text(row, columns, "lb_weight"),
                        row.getLong("select_cnt"),
                        text(row, columns, "load_balance_node").equals("true"),
                        text(row, columns, "replication_delay"),
                        text(row, columns, "replication_state"),
                        text(row, columns, "replication_sync_state"),
                        text(row, columns, "last_status_change")));
            }
        }
        return backends;
    }

    /** Returns what pgpool knows without asking its backends, by {@code SHOW pool_backend_stats}; all other fields are empty. */
    static List<BackendView> beliefs(Connection session) throws SQLException {
        var backends = new ArrayList<BackendView>();
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SHOW pool_backend_stats")) {
            while (row.next()) {
                backends.add(BackendView.believed(
                        row.getInt("node_id"),
                        row.getString("hostname").strip(),
                        BackendStatus.parse(row.getString("status").strip()),
                        ReplicationRole.parse(row.getString("role").strip()),
                        row.getLong("select_cnt")));
            }
        }
        return backends;
    }

    /** Counts pgpool's children that have a client; a child without one has the status {@code Wait for connection}. */
    static ClientCount clients(Connection session, int maxPool) throws SQLException {
        var connected = 0;
        var most = 0;
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SHOW pool_processes")) {
            while (row.next()) {
                most++;
                connected += isWaiting(row) ? 0 : 1;
            }
        }
        return new ClientCount(connected, most, maxPool);
    }

    static int maxPool(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("PGPOOL SHOW max_pool")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static boolean isWaiting(ResultSet row) throws SQLException {
        return row.getString("status").startsWith("Wait for connection");
    }

    private static Set<String> columns(ResultSet rows) throws SQLException {
        var names = new HashSet<String>();
        var header = rows.getMetaData();
        for (var column = 1; column <= header.getColumnCount(); column++) {
            names.add(header.getColumnName(column).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static String text(ResultSet row, Set<String> columns, String name) throws SQLException {
        if (!columns.contains(name)) {
            return "";
        }
        var value = row.getString(name);
        return value == null ? "" : value.strip();
    }
}
