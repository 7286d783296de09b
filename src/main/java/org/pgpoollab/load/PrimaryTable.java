package org.pgpoollab.load;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.InWords;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.observe.Server;
import org.pgpoollab.observe.Sessions;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.postgresql.PGConnection;

/** The table on the primary that the lab goes by, asked around every pgpool. Copied out as a stream, so that its length does not matter. */
final class PrimaryTable implements Survivors {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SUPERUSER = "postgres";

    private final Lab lab;
    private final Engine engine;
    private final Supplier<ClusterState> look;

    PrimaryTable(Lab lab, Engine engine, Supplier<ClusterState> look) {
        this.lab = lab;
        this.engine = engine;
        this.look = look;
    }

    @Override
    public Witness read(Map<Integer, Audit.Rows> runs) {
        if (!engine.isRunning()) {
            return Witness.nobody("the lab is not running");
        }
        try {
            var state = look.get();
            var primary = Replication.leadingPrimary(state);
            if (primary.isEmpty()) {
                return Witness.nobody(
                        state.primaries().isEmpty()
                                ? "no primary answers"
                                : InWords.list(state.primaries()) + " both say that they are primary");
            }
            copy(primary.get(), runs);
            return new Witness(primary.get().name(), "");
        } catch (SQLException | IOException | LabException e) {
            return Witness.nobody("the table could not be read: " + e.getMessage());
        }
    }

    private void copy(Node primary, Map<Integer, Audit.Rows> runs) throws SQLException, IOException {
        var endpoint = engine.endpoint(primary, Server.of(primary).socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> new IOException(primary + " is off"));
        try (var session = Sessions.open(endpoint, lab.credentials().user(), SUPERUSER, "", PATIENCE)) {
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

    /** Takes {@code run TAB number LF}, however it is cut into pieces. */
    static final class RowStream extends OutputStream {

        private final Map<Integer, Audit.Rows> runs;
        private int run;
        private int number;

        RowStream(Map<Integer, Audit.Rows> runs) {
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
