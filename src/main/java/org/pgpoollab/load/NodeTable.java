package org.pgpoollab.load;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.observe.Sessions;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;
import org.postgresql.PGConnection;

/**
 * Reads the load's table on one node, directly and not through a pgpool. It streams the rows with COPY, so their number does not matter.
 */
record NodeTable(Lab lab, Engine engine) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final String SUPERUSER = "postgres";

    /** Adds the rows of these runs; adds none if the table does not exist on the node. */
    void read(Node node, Map<Integer, LedgerAudit.Rows> runs) throws SQLException, IOException {
        var endpoint = engine.endpoint(node, Server.of(node).socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> new IOException(node + " is off"));
        try (var session = Sessions.open(endpoint, lab.credentials().user(), SUPERUSER, "", TIME_LIMIT)) {
            if (!isThere(session)) {
                return;
            }
            var numbers = runs.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
            session.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT run, number FROM " + LoadTable.NAME + " WHERE run IN (" + numbers
                                    + ")) TO STDOUT",
                            new RowStream(runs));
        }
    }

    private static boolean isThere(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("SELECT to_regclass('" + LoadTable.NAME + "') IS NOT NULL")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Parses lines of {@code run TAB number LF}, in pieces of any size. */
    static final class RowStream extends OutputStream {

        private final Map<Integer, LedgerAudit.Rows> runs;
        private int run;
        private int number;

        RowStream(Map<Integer, LedgerAudit.Rows> runs) {
            this.runs = runs;
        }

        @Override
        public void write(int character) {
            switch (character) {
                case '\t' -> {
                    run = number;
                    number = 0;
                }
                case '\n' -> {
                    runs.get(run).add(number);
                    number = 0;
                }
                default -> number = 10 * number + character - '0';
            }
        }
    }
}
