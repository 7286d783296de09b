package org.pgpoollab.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;

/** Asks one pgpool what it believes of its backends ({@code SHOW pool_nodes}, whose columns differ by version), and who its clients are. */
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
                        text(row, columns, "status"),
                        text(row, columns, "pg_status"),
                        text(row, columns, "role"),
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

    /**
     * The same backends with what {@code SHOW pool_backend_stats} tells without a connection to any of them.
     *
     * @return empty if pgpool no longer believes of them what {@code known} says
     */
    static Optional<List<BackendView>> withStatistics(List<BackendView> known, Connection session) throws SQLException {
        var backends = new ArrayList<BackendView>();
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SHOW pool_backend_stats")) {
            while (row.next()) {
                var index = backends.size();
                if (index >= known.size() || !isStill(known.get(index), row)) {
                    return Optional.empty();
                }
                backends.add(known.get(index).withSelects(row.getLong("select_cnt")));
            }
        }
        return backends.size() == known.size() ? Optional.of(backends) : Optional.empty();
    }

    private static boolean isStill(BackendView known, ResultSet row) throws SQLException {
        return known.status().equals(row.getString("status").strip())
                && known.role().equals(row.getString("role").strip());
    }

    /** How many of pgpool's children have a client: a child without one says that it waits. */
    static ClientCount clients(Connection session) throws SQLException {
        var connected = 0;
        var most = 0;
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SHOW pool_processes")) {
            while (row.next()) {
                most++;
                connected += isWaiting(row) ? 0 : 1;
            }
        }
        return new ClientCount(connected, most);
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
